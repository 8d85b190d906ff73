import type { Team } from '#lib/model/vocabulary.ts';

export type LoginError = 'wrong' | 'stale' | 'tooMany';

export interface LoginWords {
  lang: string;
  title: string;
  lead: string;
  email: string;
  password: string;
  signIn: string;
  demo: string;
  demoHint: string;
  start: string;
  errors: Record<LoginError, string>;
  teams: Record<Team, string>;
}

const en: LoginWords = {
  lang: 'en',
  title: 'Sign in to Quorum',
  lead: 'The side panel is waiting for you.',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  demo: 'Demo users',
  demoHint:
    'Choose one to fill in the form. Two browsers with two users show what a colleague sees.',
  start: 'Sign-in starts in the extension: open its side panel and choose “Sign in”.',
  errors: {
    wrong: 'E-mail and password do not match. Check both and try again.',
    stale:
      'This sign-in took too long or was opened twice. Close the window and start again from the side panel.',
    tooMany: 'Too many attempts from here. Wait a minute, then try again.',
  },
  teams: {
    sales_development: 'Sales development',
    sales: 'Sales',
    marketing: 'Marketing',
    customer_success: 'Customer success',
    admin: 'Admin',
  },
};

const zh: LoginWords = {
  lang: 'zh-CN',
  title: '登录 Quorum',
  lead: '侧边栏正在等你。',
  email: '邮箱',
  password: '密码',
  signIn: '登录',
  demo: '演示用户',
  demoHint: '选一位即可填好表单。用两个浏览器登录两位用户，就能看到同事那边的变化。',
  start: '请从扩展开始登录：打开侧边栏，选择“登录”。',
  errors: {
    wrong: '邮箱和密码不匹配。请检查后重试。',
    stale: '登录超时或被重复打开。请关闭此窗口，从侧边栏重新开始。',
    tooMany: '尝试次数过多。请等一分钟再试。',
  },
  teams: {
    sales_development: '销售拓展',
    sales: '销售',
    marketing: '市场',
    customer_success: '客户成功',
    admin: '管理员',
  },
};

/** Chinese for a browser that puts it first, English for all others. */
export const loginWords = (acceptLanguage: string | undefined): LoginWords =>
  /^\s*zh\b/i.test(acceptLanguage ?? '') ? zh : en;
