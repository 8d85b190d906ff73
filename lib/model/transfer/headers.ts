/**
 * Proposes which column of a file is which of ours, from its header: our own words, those that people use in English,
 * German, French, Spanish and Chinese, and those of Salesforce's and HubSpot's exports.
 */
import type { Values } from './cells.ts';
import { type ColumnId, importColumns, type RowKind } from './columns.ts';

/** Compared without case, accents, spaces and punctuation (see `bareHeader`). */
const words: Partial<Record<ColumnId, string>> = {
  id: 'id | quorum id',
  name: 'name | full name | contact name | vollständiger name | nom | nom complet | nombre | nombre completo | 姓名 | 名称',
  firstName:
    'first name | given name | forename | vorname | prénom | nombre | nombre de pila | 名 | 名字',
  lastName:
    'last name | surname | family name | nachname | familienname | nom de famille | nom | apellido | apellidos | 姓 | 姓氏',
  domains:
    'domain | domains | website | web site | website url | company domain name | company domain | url | webseite | internetseite | homepage | site web | site internet | domaine | sitio web | página web | dominio | 网站 | 网址 | 公司网址 | 域名 | 官网',
  domain:
    'domain | account domain | company domain name | company domain | website | firmendomain | domaine | dominio | 域名 | 公司域名 | 网址',
  linkedin:
    'linkedin | linkedin url | linkedin profile | linkedin profile url | linkedin company page | linkedin bio | hs linkedin url | profil linkedin | perfil de linkedin | 领英 | 领英主页',
  target:
    'target | target account | key account | zielkunde | zielaccount | compte cible | cuenta objetivo | 目标客户 | 目标账户 | 重点客户',
  tags: 'tags | tag | labels | label | keywords | schlagworte | schlagwörter | stichwörter | étiquettes | mots clés | etiquetas | palabras clave | 标签',
  placeholder: 'placeholder',
  account:
    'account | account name | company | company name | organization | organisation | associated company | primary company | customer | firma | unternehmen | firmenname | unternehmensname | kunde | société | entreprise | compte | nom du compte | nom de la société | client | empresa | cuenta | nombre de la cuenta | compañía | cliente | 公司 | 公司名称 | 客户 | 客户名称 | 账户 | 企业',
  accountId: 'account quorum id | quorum account id',
  emails:
    'email | e-mail | emails | email address | e-mail address | mail | work email | additional email addresses | secondary email | e-mail-adresse | mailadresse | adresse e-mail | courriel | adresse mail | correo | correo electrónico | 邮箱 | 电子邮件 | 电子邮箱 | 邮件地址',
  email:
    'email | e-mail | email address | contact email | mail | e-mail-adresse | adresse e-mail | courriel | correo | correo electrónico | 邮箱 | 电子邮件 | 电子邮箱',
  salesNavigator: 'sales navigator | sales navigator id',
  title:
    'title | job title | position | role title | jobtitel | stelle | berufsbezeichnung | funktion | poste | fonction | intitulé du poste | titre | cargo | puesto | título | 职位 | 职务 | 头衔',
  headline: 'headline | linkedin headline | slogan | 简介',
  location:
    'location | city | mailing city | ort | stadt | standort | ville | lieu | ciudad | ubicación | 地点 | 城市 | 所在地',
  left: 'left | left on | left company | ausgeschieden | parti le | salida | 离职 | 离职日期',
  solution:
    'solution | product | product name | product family | offering | lösung | produkt | angebot | produit | offre | solución | producto | 解决方案 | 产品 | 方案',
  stage:
    'stage | deal stage | stage name | opportunity stage | phase | dealphase | etappe | étape | phase de transaction | etapa | fase | etapa del negocio | 阶段 | 销售阶段 | 商机阶段',
  type: 'type | deal type | opportunity type | typ | art | type de transaction | tipo | tipo de negocio | 类型 | 商机类型',
  amount:
    'amount | value | deal amount | amount in company currency | betrag | wert | summe | volumen | montant | valeur | importe | monto | valor | cantidad | 金额 | 商机金额 | 预计金额',
  currency:
    'currency | deal currency | currency iso code | währung | devise | monnaie | moneda | divisa | 币种 | 货币',
  closeDate:
    'close date | closing date | expected close date | abschlussdatum | abschluss | geplanter abschluss | schlusstermin | date de clôture | date de fermeture | date de signature | fecha de cierre | cierre | 结束日期 | 成交日期 | 预计成交日期 | 关闭日期',
  owner:
    'owner | account owner | opportunity owner | deal owner | contact owner | company owner | owner email | besitzer | inhaber | zuständig | verantwortlich | propriétaire | responsable | propietario | 负责人 | 所有者 | 客户所有人 | 商机所有人',
  team: 'team | équipe | equipo | 团队',
  nextSteps:
    'next steps | next step | nächste schritte | nächster schritt | prochaines étapes | prochaine étape | próximos pasos | próximo paso | 下一步 | 后续步骤',
  notes:
    'notes | note | description | comments | deal description | notizen | notiz | beschreibung | bemerkung | commentaires | remarques | descripción | notas | comentarios | 备注 | 描述 | 说明',
  opportunityId: 'opportunity quorum id | quorum opportunity id',
  contactId: 'contact quorum id | quorum contact id',
  status: 'status | member status | état | statut | estado | 状态',
  roles:
    'role | roles | buying role | buying roles | contact role | rolle | rollen | kaufrolle | rôle | rôles | rol | roles de compra | función | 角色 | 采购角色 | 购买角色',
  stance: 'stance | attitude | haltung | einstellung | attitude | position | postura | 态度 | 立场',
  external: 'external | extern | externe | externo | 外部',
};

/** `E-Mail-Adresse` and `e mail adresse` are both `emailadresse`. */
export const bareHeader = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The words a kind of row reads differently, before those above. */
const ofKind: Partial<Record<RowKind, Partial<Record<ColumnId, string>>>> = {
  accounts: {
    name: `${words.account} | name | nom | nombre | firma | 名称`,
    linkedin: `${words.linkedin} | linkedin company`,
  },
};

const known = (kind: RowKind, id: ColumnId): string[] => [
  bareHeader(id),
  ...(ofKind[kind]?.[id] ?? words[id] ?? '').split('|').map(bareHeader),
];

/** For each column of the file the column it is taken as, or `null`: not imported. */
export type Mapping = (ColumnId | null)[];

/**
 * A column's own word decides before another's: with `nombre` and `apellidos` beside each other, `nombre` is the
 * given name. What would be taken twice is taken once, unless the column holds a list.
 */
export function proposeMapping(kind: RowKind, headers: readonly string[]): Mapping {
  const bare = headers.map(bareHeader);
  const taken = new Set<ColumnId>();
  const mapping: Mapping = headers.map(() => null);
  const hasLast = bare.some(
    (header) => header !== 'nom' && known(kind, 'lastName').includes(header),
  );
  const hasFirst = bare.some(
    (header) => header !== 'nombre' && known(kind, 'firstName').includes(header),
  );
  const fits = (id: ColumnId, header: string) => {
    if (!known(kind, id).includes(header)) return false;
    if (kind !== 'contacts') return true;
    if (header === 'nombre') return id === (hasLast ? 'firstName' : 'name');
    if (header === 'nom') return id === (hasFirst ? 'lastName' : 'name');
    return true;
  };
  // Our own words first, so that a file exported here comes back as it was.
  for (const own of [true, false])
    for (const { id, list } of importColumns(kind))
      bare.forEach((header, at) => {
        const is = own ? header === bareHeader(id) : header !== '' && fits(id, header);
        if (mapping[at] !== null || !is || (taken.has(id) && !list)) return;
        mapping[at] = id;
        taken.add(id);
      });
  return mapping;
}

/** Columns that two columns of the file are taken as although they hold one value only. */
export function takenTwice(kind: RowKind, mapping: Mapping): ColumnId[] {
  return importColumns(kind).flatMap(({ id, list }) =>
    !list && mapping.filter((one) => one === id).length > 1 ? [id] : [],
  );
}

/** One row of a file as values by column; what several columns give for one list stands in one text. */
export function valuesOf(kind: RowKind, mapping: Mapping, cells: readonly string[]): Values {
  const taken = new Set(importColumns(kind).map(({ id }) => id));
  const values: Values = {};
  mapping.forEach((id, at) => {
    const cell = cells[at];
    if (!id || !cell || !taken.has(id)) return;
    values[id] = values[id] ? `${values[id]}; ${cell}` : cell;
  });
  return values;
}
