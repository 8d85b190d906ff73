import type { Words } from '../kinds.ts';

export const dutch: Words = {
  functions: {
    marketing: `marketeer*!, communicatie*, *communicatie, reclame*, evenement*, merk, merken*, woordvoerder*, voorlichter*, pers, vormgev*, tekstschrijver*, redactie?, beurzen`,
    sales: `verkoop*!, verkoper*!, verkoopster*, *verkoper!, *verkoop!, accountmanage*!, relatiebeheer*, buitendienst*, binnendienst*, vertegenwoordig*, commercieel*, commerciele, klantadviseur*?, winkelmanager?, winkelmedewerk*, makelaar*, rayonmanager*, verkoopleider*!`,
    business_development: `bedrijfsontwikkel*, zakelijke ontwikkeling, samenwerkingsverband*`,
    information_technology: `informatica*, automatiser*, softwareontwikkel*!, ontwikkelaar*?, programmeur*, systeembeheer*!, netwerkbeheer*!, applicatiebeheer*!, functioneel beheer*!, informatiemanage*, gegevens?, databeheer*, digitaliser*, informatiebeveilig*, webontwikkel*, ict*`,
    project_management: `projectleider*, projectmanage*, projectcoordinat*, projectmedewerk*, projectondersteun*, project*?, programmamanage*, *projectleider`,
    consulting: `adviseur*, *adviseur, advies*, bedrijfsadviseur*!, organisatieadviseur*!, consultant*`,
    administration: `administratief*, administratieve*, administratie?, secretaresse*!, *secretaresse!, secretariaat*, directiesecretaresse*!, managementassistent*!, officemanager*!, receptionist*, baliemedewerk*, kantoor*?, bestuurssecretar*, assistent?`,
    purchasing: `inkoop*!, inkoper*!, *inkoper!, *inkoop!, aanbesteding*`,
    customer_support: `klantenservice*!, klantcontact*!, klantenservicemedewerk*!, helpdeskmedewerk*!, servicedesk*!, klanttevreden*, ondersteuning?, klantbeleving?`,
    human_resources: `personeel*, personeelszaken!, p&o, hrm!, werving*, wervingsel*, loonadministr*, salarisadministr*, opleiding*?, loopbaan*, arbeidsvoorwaarden, recruiter*`,
    finance: `financien, financieel*, financiele*, boekhoud*, fiscalist*, fiscaal, belasting*, bankier*, verzeker*, assurantie*, hypothe*, accountant*, kredietbeheer*, vermogens*, debiteuren*, crediteuren*, registeraccountant*`,
    legal: `jurist*, juridisch*, advocaat*, advocate*, notaris*, privacy*, rechter, bedrijfsjurist*, rechten?`,
    operations: `logistiek*, productie*, magazijn*, voorman*, kwaliteit*?, fabriek*, vestigings*?, bedrijfsleider*, bedrijfsvoer*, planner*, expediti*, vrachtwagen?, onderhoud*, transport*, ploegleider*, werkvoorbereid*`,
    engineering: `ingenieur*, technicus, monteur*, *monteur, technisch*?, techniek?, werktuigbouw*, elektro*, elektricien*, constructeur*, bouwkund*, uitvoerder*, tekenaar*, onderzoek ontwikkeling!, civiel*, laborant*`,
    product: `productmanage*!, productontwikkel*?, productspecialist*, assortiment*`,
    general_management: `eigenaar*, eigenares*, *eigenaar, bestuurder*, bestuurslid*, bestuursvoorzitter*, voorzitter*, algemeen directeur*!, algemeen manager*, directeur?, zaakvoerder*, oprichter*, medeoprichter*, ondernemer*, vennoot*, gedelegeerd bestuurder*!, commissaris*?, directielid*, raad bestuur, raad toezicht, raad commissarissen, zzp?, vestigingsmanager*, vestigingsdirecteur*, dga`,
    other: `leraar*!, lerares*!, docent*!, leerkracht*!, onderwijz*!, hoogleraar*!, huisarts*!, arts!, verpleeg*!, apotheker*!, tandarts*!, journalist*!, student*?, onderzoeker*!, promovendus!, chauffeur*!, vertaler*!, kok!, ober!, kapper*!, fotograaf*!, kunstenaar*!, psycholoog*!, fysiotherap*!, politie*!, militair*!, dierenarts*!, gepensioneerd*, vrijwillig*?, zorg*, maatschappelijk werk*!, pedagog*!, trainer?, stagiair*?, boer!, strategie?, innovatie?`,
  },
  ranks: {
    junior: `stagiair*, stage, leerling*, student*, trainee, starter?, bijbaan*, vakantiewerk*, werkstudent*, afstudeer*`,
    professional: `medewerker*, medewerkster*, *medewerker, adviseur*, specialist*, accountmanager*, projectmanager*, productmanager*, ontwikkelaar*, verkoper*, inkoper*, beheerder*, *beheerder, ingenieur*, planner*, officemanager*, coordinator*, adjunct`,
    senior: `ervaren?, deskundige*?`,
    lead: `hoofd, *hoofd, leider, *leider, teamleider*, afdelingshoofd*, afdelingsmanager*, leidinggevend*, manager team, chef?, voorman*, ploegleider*, bedrijfsleider*, vestigingsmanager*, winkelmanager*, teammanager*, hoofdredacteur*, unitmanager*, bedrijfsmanager*`,
    director: `directeur*, *directeur, directrice*, adjunct directeur*`,
    management: `algemeen directeur*, directeur eigenaar, eigenaar*, eigenares*, *eigenaar, bestuurder*, bestuurslid*, bestuursvoorzitter*, *voorzitter, voorzitter*, zaakvoerder*, oprichter*, medeoprichter*, mede oprichter*, ondernemer*, vennoot*, gedelegeerd bestuurder*, commissaris, directielid*, dga, raad bestuur, raad toezicht, raad commissarissen, burgemeester*, algemeen manager*, directievoorzitter*, aandeelhouder*`,
    assistant: `assistent*, *assistent, assistente*, *assistente, secretaresse*, *secretaresse, secretariaat*, directiesecretaresse*`,
    silent: `begeleider*, *begeleider, inleider*`,
  },
};
