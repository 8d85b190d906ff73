/** The words by which cells name what comes from a closed vocabulary: ours, the panel's labels, other systems'. */
import { BuyingRole, MemberStatus, OpportunityType, Stance, Team } from '../vocabulary.ts';
import { bareHeader } from './headers.ts';

type Words<T extends string> = Record<T, string>;

const roles: Words<BuyingRole> = {
  champion: 'champion | fürsprecher | promotor | 拥护者 | 支持者 | 内部支持者 | 推动者',
  decision_maker:
    'decision maker | entscheider | entscheidungsträger | décideur | decisor | 决策者 | 决策人',
  economic_buyer:
    'economic buyer | budget holder | economic decision maker | budgetverantwortlicher | wirtschaftlicher käufer | acheteur économique | comprador económico | 经济买家 | 经济决策者 | 预算负责人 | 预算决定者',
  influencer: 'influencer | beeinflusser | influenceur | influenciador | 影响者',
  evaluator: 'evaluator | technical buyer | bewerter | évaluateur | evaluador | 评估者',
  user: 'user | end user | business user | anwender | nutzer | utilisateur | usuario | 使用者 | 用户 | 最终用户',
  ratifier:
    'ratifier | legal and compliance | procurement | einkauf | ratificateur | ratificador | 批准者 | 审批者 | 核准人',
  executive_sponsor:
    'executive sponsor | sponsor | sponsor exécutif | patrocinador ejecutivo | 高层支持者 | 高管支持者 | 高层赞助人 | 高管发起人',
};
const statuses: Words<MemberStatus> = {
  potential: 'potential | potenziell | potentiel | 潜在',
  confirmed: 'confirmed | bestätigt | confirmé | confirmado | 已确认',
  inactive: 'inactive | inaktiv | inactif | inactivo | 不再参与',
};
const stances: Words<Stance> = {
  mentor: 'mentor | coach | 引路人',
  supporter: 'supporter | positive | unterstützer | partisan | partidario | 支持者',
  neutral: 'neutral | neutre | 中立',
  sceptic: 'sceptic | skeptic | skeptiker | sceptique | escéptico | 怀疑者',
  opponent: 'opponent | blocker | detractor | gegner | opposant | opositor | 反对者',
};
const types: Words<OpportunityType> = {
  new_business:
    'new business | new | new customer | neugeschäft | nouvelle affaire | nuevo negocio | 新业务 | 新客户',
  expansion: 'expansion | upsell | upgrade | existing business | erweiterung | 扩展 | 增购',
  renewal: 'renewal | verlängerung | renouvellement | renovación | 续约 | 续签',
  cross_sell: 'cross sell | cross selling | venta cruzada | vente croisée | 交叉销售',
};
const teams: Words<Team> = {
  sales_development: 'sales development | sdr | bdr | 销售开发 | 销售拓展',
  sales: 'sales | vertrieb | ventes | ventas | 销售',
  marketing: 'marketing | 市场 | 市场营销 | 市场部',
  customer_success: 'customer success | kundenerfolg | 客户成功',
  admin: 'admin | 管理员',
};

const reader = <T extends string>(options: readonly T[], words: Words<T>) => {
  const byWord = new Map(
    options.flatMap((option) =>
      [option, ...words[option].split('|')].map((word) => [bareHeader(word), option] as const),
    ),
  );
  return (text: string): T | undefined => byWord.get(bareHeader(text));
};

export const roleIn = reader(BuyingRole.options, roles);
export const statusIn = reader(MemberStatus.options, statuses);
export const stanceIn = reader(Stance.options, stances);
export const typeIn = reader(OpportunityType.options, types);
export const teamIn = reader(Team.options, teams);

const yes = new Set(
  'yes y true 1 x ja j wahr oui o vrai sí si verdadero 是 对 有'.split(' ').map(bareHeader),
);
const no = new Set('no n false 0 nein falsch non faux falso 否 不 无'.split(' ').map(bareHeader));

export const yesOrNo = (text: string): boolean | undefined => {
  const word = bareHeader(text);
  return yes.has(word) ? true : no.has(word) ? false : undefined;
};
