import type { Words } from '../kinds.ts';

export const italian: Words = {
  functions: {
    marketing: `pubblicita, pubblicitari*, comunicazione, comunicazioni, ufficio stampa, stampa?, relazioni esterne, pubbliche relazioni, marchio, eventi?, grafic*, addetto stampa`,
    sales: `vendite!, vendita*, venditore*, venditrice*, commerciale, commerciali, agente commercio!, agente vendita*!, agente commerciale!, rappresentante*?, direttore commerciale!, direttrice commerciale!, responsabile commerciale!, addetto vendite!, addetta vendite!, clienti direzionali, grandi clienti, capo area, area manager, prevendita, export, consulente commerciale!, commessa, commesso, agente immobiliare`,
    business_development: `sviluppo business!, sviluppo commerciale!, sviluppo affari, nuovi mercati, partnership*`,
    information_technology: `informatic*!, sistemista*, sviluppatore*!, sviluppatrice*!, programmatore*, programmatrice*, sistemi informativi!, software*, reti, dati?, analista programmatore!, sicurezza informatica!, trasformazione digitale?, ingegnere informatico!, architetto software!, amministratore sistema!, amministratore sistemi!`,
    project_management: `capo progetto*, capoprogetto*, responsabile progetto*, gestione progetto*, gestione progetti, coordinatore progetto*, progetto*?, progetti?`,
    consulting: `consulente*, consulenza, consulenti`,
    administration: `segretari*, segreteria, impiegat* amministrativ*, impiegata amministrativa!, impiegato amministrativo!, amministrativ*?, amministrazione?, assistente*?, assistente direzione!, receptionist, ufficio?, impiegat*?, addetta segreteria`,
    purchasing: `acquisti!, acquisto*, approvvigionament*, compratore*, ufficio acquisti!, responsabile acquisti!`,
    customer_support: `assistenza clienti!, servizio clienti!, assistenza tecnica?, supporto clienti!, post vendita, postvendita, operatore call center!, supporto?, assistenza?`,
    human_resources: `risorse umane!, personale?, selezione personale!, selezione, recruiting, formazione?, paghe, ufficio personale!, direttore personale!, selezionatore*, selezionatrice*`,
    finance: `finanza, finanziari*, contab*, ragionier*, tesorer*, revisore*, revisione, controllo gestione!, controller, bancari*, banca, assicura*, commercialista*!, consulente finanziari*!, promotore finanziario!, fiscal*, tributari*, credito, fatturazione, amministrazione finanza!, consulente lavoro?`,
    legal: `legale*, avvocat*, giurista*, giuridic*, notaio*, ufficio legale!, affari legali!, praticante avvocato`,
    operations: `operazioni?, logistica, produzione, magazzin*, stabilimento, qualita?, manutenzione, operai*, trasport*, capo turno, caporeparto, catena fornitura, spedizion*, pianificazione?`,
    engineering: `ingegner*, tecnic*?, meccanic*, elettricista*, elettronic*, progettist*, progettazione, cantiere, capocantiere*, geometra*, perito*, ricerca sviluppo!, disegnator*, direttore tecnico, responsabile tecnico, laboratorio`,
    product: `responsabile prodotto!, sviluppo prodotto?, gestione prodotto, prodotto*?, prodotti?`,
    general_management: `amministratore delegato!, amministratrice delegata!, amministratore unico!, direttore generale!, direttrice generale!, direzione generale!, presidente*, vicepresidente*?, fondatore*, fondatrice*, cofondatore*, titolare*, proprietari*, imprenditor*, imprenditrice*, socio?, socia?, soci?, consigliere*?, consiglio amministrazione, ad?, libero professionista?, direttore filiale?`,
    other: `insegnante*!, professoressa*!, professore*!, docente*!, maestr*!, medico*!, infermier*!, farmacista*!, giornalista*!, studente*?, studentessa*?, ricercat*!, autista*!, camerier*!, cuoc*!, architett*?, traduttor*!, traduttrice*!, psicolog*!, fisioterap*!, fotograf*!, artista*!, musicista*!, veterinari*!, pensionat*, volontari*?, parrucchier*!, educator*!, educatrice*!, assistente sociale!, stagista?, formatore?, formatrice?, strategia?, innovazione?`,
  },
  ranks: {
    junior: `stage, stagista*, tirocin*, apprendist*, praticante*, studente*, studentessa*, neolaureat*`,
    professional: `capo progetto*, capoprogetto*, addett*, impiegat*, specialista*, tecnic*, consulente*, commerciale, operatore*, operatrice*, collaborator*, collaboratrice*, ingegner*, sviluppatore*, consigliere vendita, responsabile progetto*, responsabile prodotto, consulente lavoro, coordinatore*, coordinatrice*`,
    senior: `esperto*?, esperta*?`,
    lead: `responsabile*, capo, capa, capo area, caporeparto*, capo reparto, capoturno*, capo turno, capo ufficio*, capocantiere*, supervisore*, quadro?, coordinatore team, capogruppo*, capo servizio, primario`,
    director: `direttore*, direttrice*, dirigente*, vicedirettore*, vice direttore*`,
    management: `amministratore delegato, amministratrice delegata, amministratore unico, direttore generale, direttrice generale, presidente*, vicepresidente*, vice presidente*, fondatore*, fondatrice*, cofondatore*, cofondatrice*, co fondatore*, titolare*, proprietari*, imprenditor*, imprenditrice*, socio, socia, consigliere amministrazione, consiglio amministrazione, sindaco*, amministratore?`,
    assistant: `assistente*, segretari*, segreteria`,
    silent: `assistente sociale, amministratore sistema, amministratore sistemi, amministratore rete, amministratore condomini*`,
  },
};
