import type { Words } from '../kinds.ts';

/** German: compounds decide, so most entries are stems. Umlauts also match their ae/oe/ue spelling. */
export const german: Words = {
  functions: {
    marketing: `
      *marketing*!, werbe*, werbung, marke, marken*, *kommunikation, kommunikations*,
      öffentlichkeitsarbeit, presse, pressesprech*, pressereferent*, pressestelle*, pressearbeit, presseabteilung*, unternehmenskommunikation, veranstaltung*, eventmanage*,
      messe, messen, messebau?, mediaplan*, mediengestalt*, medien*?, grafik*, texter, onlineredakt*,
      marktforsch*, sponsoring, kampagne*, social media redakt*, kundenbindung?, öffentlichkeits*,
      mediendesign*, medienmanage*, kommunikationsdesign*, inhalte`,
    sales: `
      *vertrieb*!, *verkauf*!, *verkäufer!, aussendienst*, *aussendienst,
      innendienst*, *innendienst, kundenberat*, kundenberater*, kundenbetreu*?, *kundenbetreuer?, grosskunden*, schlüsselkunden*,
      gebietsleit*, gebietsmanage*, gebietsverkauf*!, bezirksleit*, handelsvertret*, handelsagent*,
      akquise*, neukunden*, filialleit*?, regionalleit*?, absatz*, exportleit*, export*?, makler*, *makler?,
      immobilienmakler*, angebots*?, handel?, einzelhandel*, auftragsbearbeit*?, auftragsabwickl*?,
      marktleit*?, ladenleit*, reisende*?, kundenmanage*?, vertreter?, area manager`,
    business_development: `
      geschäftsentwickl*!, geschäftsfeldentwickl*!, unternehmensentwickl*, marktentwickl*,
      neugeschäft*, partnermanage*, geschäftsfeld*?, partnerschaft*, kooperation*, beteiligung*?, expansion*?`,
    information_technology: `
      edv, edv*, informatik*, *informatiker, wirtschaftsinformatik*, softwareentwick*!, software*!,
      *softwareentwickler!, webentwick*!, *programmierer, programmier*, entwickler*?, anwendungsentwick*!, anwendungsberat*,
      anwendungsbetreu*, systemadmin*!, netzwerk*?, netzwerkadmin*!, systemtechnik*?, systemingenieur?, systemintegrat*,
      systembetreu*, systemelektronik*?, informationstechn*, informationssicherheit*, datenbank*, datenanaly*,
      digitalisierung*, digital*?, fachinformatik*!, *administrator?, wirtschaftsinformat*, rechenzentrum*,
      anforderungsmanage*, softwarearchitekt*, testmanage*, künstliche intelligenz, datenwissenschaft*, webdesign*,
      appentwick*, javaentwick*, frontendentwick*, backendentwick*, sap berat*!, sap*, crm berat*!, systemanaly*, cyber*`,
    project_management: `
      projektleit*, projektmanage*, projektkoordinat*, projektsteuer*, projektassist*, projektbüro, projektmitarbeit*,
      projektverantwort*, projektbearbeit*, projektplan*, projektentwick*?, projektsachbearbeit*,
      projekt*?, *projektleiter, *projektmanager, programmleit*?, programmmanage*`,
    consulting: `
      berater, *berater, beratung, *beratung, beratungs*, unternehmensberat*!, organisationsberat*,
      managementberat*!, strategieberat*!, it berat*!, prozessberat*, consult*, energieberat*, fachberat*`,
    administration: `
      assistenz*?, *assistenz?, assistent*?, *assistent?, direktionsassisten*!, vorstandsassisten*!, teamassisten*!,
      chefsekretär*!, sekretär*, *sekretär, sekretariat*, *sekretariat, vorzimmer*, büroleit*,
      büro*, *bürokaufmann, bürokauf*!, bürokommunikation*!, bürofach*, bürokraft*, verwaltung*?, *verwaltung?, verwaltungsangestellt*, verwaltungsfach*,
      verwaltungsleit*, sachbearbeit*?, *sachbearbeiter?, empfang*, rezeption*, kaufmännisch angestellt*, kaufmännische angestellt*,
      kaufmännischer angestellt*, kaufmännische mitarbeit*, kaufmännischer mitarbeit*, allgemeine verwaltung, büro,
      geschäftszimmer*, assistenz geschäfts*!, assistent* geschäfts*!, assistenz vorstand*!, assistent* vorstand*!, referent geschäfts*, empfangs*, poststelle, telefonist*`,
    purchasing: `
      *einkauf*!, *einkäufer!, einkäufer*!, beschaffung*, *beschaffung, lieferantenmanage*,
      warengruppen*, disponent?, disposition?`,
    customer_support: `
      kundenservice*!, kundendienst*, kundensupport*!, kundenbetreuung?, kundenerfolg*, servicecenter*,
      reklamation*, beschwerde*, hotline*, anwendersupport, anwenderbetreu*, supportmitarbeit*, *support?, *supporter,
      supporter, callcenter*, telefonservice, serviceberat*?, serviceleit*?, leiter service?, leitung service?, gästebetreu*?`,
    human_resources: `
      personal$?, personal organisation, personalabteil*, personalchef*!, personaldirekt*!, personalleit*!, personalreferent*!, personalberat*!, personalwesen!, personalabteilung!,
      personalentwickl*!, personalmanage*!, personalsachbearb*!, personalverwalt*!, personalbeschaffung!,
      personalvermittl*!, personaldispon*!, personalwirt*!, personaldien*!, personalverantwort*?, personalgewinn*!, leiter personal!, leitung personal!,
      lohn*, gehalts*, entgelt*, ausbildungsleit*, ausbilder?, *recruiter, recruiting*, weiterbildung*?, bildungsreferent?,
      betriebsrat*?, arbeitsdirektor, arbeitsrecht?, personalvorstand!, mitarbeiterentwickl*`,
    finance: `
      finanz*, *finanzen, buchhalt*, *buchhalter, *buchhaltung, rechnungswesen, controlling*, *controller, *controlling,
      bilanz*, steuerberat*!, steuerfach*!, steuern, steuerrefer*, wirtschaftsprüf*!, prüfungs*?, revision*, revisor,
      innenrevision, bank*, *bank?, bankkauf*!, kredit*, *kredit?, vermögens*, anlageberat*!, vermögensberat*!, finanzberat*!,
      finanzbuchhalt*!, versicherung*!, sparkasse*, treasury, kaufmännischer leit*, kaufmännische leit*, kaufmännischer geschäfts*?,
      rechnung*?, debitoren*, kreditoren*, inkasso, fonds*, wertpapier*, schaden*?, firmenkundenberat*!,
      privatkundenberat*!, firmenkundenbetreu*!, privatkundenbetreu*!, aktuar*`,
    legal: `
      recht, rechts*, *anwalt, jurist*, *jurist, justiziar*, justitiar*, syndikus*, datenschutz*, notar*,
      richter, staatsanwalt*, vertragsmanage*, compliance*, patent*, rechtsreferendar*`,
    operations: `
      logistik*, *logistik, lager*, *lagerist, lagerleit*, produktion*, *produktion, fertigung*, *fertigung, werkleit*, werksleit*,
      betriebsleit*, betriebs*?, qualitäts*, qm, prozess*?, disponent*, speditions*, spedition, versand*,
      instandhalt*, arbeitsvorbereit*, arbeitssicherheit*, maschinenführ*, anlagenführ*, schicht*, schichtleit*,
      montage*, objektleit*, hausmeister, haustechnik*?, supply chain*, lieferkett*, materialwirtschaft, fuhrpark*,
      organisation?, küchenleit*, restaurantleit*, hotelleit*, werkstatt*, umwelt*?, industriemeister*`,
    engineering: `
      ingenieur*, *ingenieur, techniker, *techniker, technik?, *technik?, technisch*?, technischer leit*, technische leit*,
      konstrukt*, *konstrukteur, konstruktion*, entwicklung?, *entwicklung?, entwicklungs*, entwicklungsleit*, forschung*, forschung entwicklung,
      f&e, maschinenbau*, elektro*, *elektroniker, elektriker, mechanik*, *mechaniker, mechatronik*, bau*, bauleit*, *bauleiter,
      bauingenieur*!, verfahrens*, prüf*?, labor*, laborant*, projektingenieur*!, technologe, zeichner*, *zeichner,
      statiker, vermess*, schlosser, schweisser, inbetriebnahme*, versuchs*, dreher, zerspan*, monteur*, *monteur,
      hardware*, werkstoff*, servicetechnik*, anwendungstechnik*?, produktionsingenieur*, hochbau, tiefbau, architekt*?`,
    product: `
      produktmanage*, produktentwickl*?, produktverantwort*, produktleit*, produktspezialist*, produkt*?, sortiment*`,
    general_management: `
      geschäftsführ*, *geschäftsführer, *geschäftsführung, geschäftsleit*, *geschäftsleitung, vorstand*, *vorstand,
      inhaber, *inhaber, eigentümer*, generalbevollmächtigt*, gesellschafter*, *gesellschafter, prokurist*, *prokurist, gründer, mitgründer, *gründer, unternehmer, *unternehmer, selbständig*, selbstständig*,
      aufsichtsrat*, beirat*, verwaltungsrat*, generaldirekt*, präsident*, vizepräsident*, vorsitzend*, niederlassungsleit*, standortleit*,
      geschäftsbereichsleit*?, geschäftsstellenleit*, bereichsleit*?, direktion*?, leitende angestellte*, leitender angestellter`,
    other: `
      lehrer*!, *lehrer!, lehrkraft*!, dozent*!, hochschul*, schulleit*!, rektor*, professor*!, arzt!, ärzt*!, *arzt!, oberarzt!, chefarzt!, pfleg*,
      *pfleger!, krankenschwester*!, krankenpfleg*!, altenpfleg*!, erzieher*!, sozial*, psycholog*!, therapeut*!, *therapeut!, physiotherap*!, apothek*!,
      wissenschaftlich*!, wissenschaftler*!, doktorand*!, promotion*?, student*?, *student?, studium*?, schüler*!,
      abitur*, auszubildend*?, azubi?, ausbildung*?, praktik*?, zivildienst*!, bundeswehr!, soldat*!, wehrdienst*!, polizei*!, polizist*!, feuerwehr*!, beamt*?,
      koch!, köchin!, küchen*?, kellner*!, servicekraft*!, friseur*!, fahrer*!, *fahrer!, kraftfahr*!, busfahr*!, pilot*!, flugbegleit*!, gärtner*!, landwirt*!,
      tischler*!, schreiner*!, maler*!, dachdecker*!, bäcker*!, metzger*!, journalist*!, redakt*, *redakteur, autor, lektor*, übersetz*!,
      dolmetsch*!, fotograf*!, musik*!, schauspiel*!, künstler*!, trainer?, *trainer?, pfarrer*!, pastor*!, reinigung*!, sicherheitsdienst*!, rentner*!, ruhestand!,
      hausfrau*, elternzeit, tutor*, hilfskraft*!, betriebswirt*, volkswirt*, physiker*, chemi*, biolog*, historiker*,
      politik*, bürgermeister*, stadtrat*, gemeinderat*, abgeordnet*, tierarzt!, hebamme*!, rettungs*!, sanitäter*!, sportwissen*, sozialarbeit*!, sozialpädagog*!, pädagog*!, referendar*!,
      ehrenamt*?, innovation*?, strateg*?, landschaftsarchitekt*!, innenarchitekt*!, stadtplan*`,
    silent: `
      personal trainer*, personal assistant*, personal brand*, personaltrainer*, leiterplatten*, bauherr*?,
      bauch*, bankett*, messtechnik*, messdien*, versicherungsfrei, pflegeprodukt*, lohnfertigung, kommunikationstechnik*, kommunikationselektronik*, nachrichtentechnik`,
  },
  ranks: {
    junior: `
      praktik*, *praktikant, *praktikum, auszubildend*, azubi*, ausbildung, lehrling*, volontär*, volontariat*, werkstudent*, *student, *studium, *werkstudent,
      studentisch*, duales studium, dualer student*, referendar*, *referendar, aushilf*, ferienjob*, hilfskraft*, *hilfskraft, hiwi*, juniorberat*, juniormanage*,
      juniorprojekt*, juniorproduct*, schüler, schülerpraktik*, schülersprecher?, diplomand*, masterand*, bachelorand*, berufseinsteig*, umschüler*,
      zivildienst*, zivi, bundesfreiwilligen*, ferialpraktik*, anwärter*, nachwuchs*, masterarbeit, bachelorarbeit, diplomarbeit, abschlussarbeit, minijob*, nebenjob`,
    professional: `
      *begleiter, *begleitung, anleiter, reiseleiter*, reiseleitung, *anleitung, *halbleiter, halbleiter*, juniorprofessor*, sachbearbeit*, referent*, *referent,
      mitarbeiter*, *mitarbeiter, fachkraft, *fachkraft, spezialist*, *spezialist, berater, *berater, entwickler, *entwickler, ingenieur, *ingenieur, techniker, *techniker,
      *manager, *kaufmann, *kauffrau, kaufmann, kauffrau, angestellt*, koordinator*, *koordinator, vorstandsreferent*, direktionsreferent*, vorstandsassist*,
      hausmeister*, betriebsrat*, gemeinderat*, stadtrat*, personalrat*, wissenschaftlicher mitarbeit*, wissenschaftliche mitarbeit*, führungsnachwuchs*, leitstelle*, chefredaktionsassist*,
      inhaberbetreu*, partnerbetreu*, partnervertrieb*, präsidentenwahl, vorstandsbüro*, direktvertrieb*, direktmarketing*, direktionsbüro*, leitstand*,
      führungskräfte*, führungskräfteentwickl*, leitungsbau*, rohrleitung*, freileitung*`,
    senior: `seniorberat*, seniorconsult*, seniormanage*, *experte?, experte*?, erfahren*?, oberarzt, oberärzt*, chefentwick*, senior*, meister?, *meister?, fachleitung?, spezialist senior`,
    lead: `
      leiter, *leiter, leitung, *leitung, leitend*, leit, ltg, ltr, führungskraft, *führungskraft, teamführ*, gruppenführ*, vorarbeiter*, polier, schichtführ*, verantwortlich?,
      chef?, chefin?, *chef?, dekan*, obmann, abteilungsleit*, gruppenleit*, teamleit*, bereichsleit*, hauptabteilungsleit*, werksleit*, filialleit*, chefredakteur*, chefarzt*, chefärzt*, schulleit*,
      rektor*, pflegedienstleit*, bereichsverantwort*, ressortleit*, sprecher leitungs*, teamchef*, projektleit*, betriebsleit*, dienststellenleit*, amtsleit*, referatsleit*, dezernent*,
      sachgebietsleit*, fachbereichsleit*, oberbauleit*, *bauleiter, kita leit*, kommandant*`,
    director: `direktor*, *direktor, direktorin*, prokurist*?, *prokurist?, prokura*?, ppa?, *direktion?, landesdirekt*, geschäftsbereichsleit*, spartenleit*, landesgeschäftsführer?`,
    management: `
      geschäftsführ*, *geschäftsführer, *geschäftsführung, geschäftsleit*, *geschäftsleitung, gl?, mitglied geschäftsleitung, vorstand*, *vorstand, vorständ*, inhaber*, *inhaber,
      gesellschafter*, *gesellschafter, firmeninhaber*, eigentümer*, *eigentümer, gründer*, mitgründer*, *gründer, unternehmensgründ*, unternehmer, *unternehmer, jungunternehmer*, aufsichtsrat*, *aufsichtsrat, beirat*, verwaltungsrat*, stiftungsrat*,
      generaldirekt*, generalbevollmächtigt*, präsident*, vizepräsident*, vorsitzend*, *vorsitzender, *vorsitzende, sozius, juniorchef*, seniorchef*, firmenchef*, bürgermeister*, oberbürgermeister*, minister, partnerin`,
    assistant: `
      assistent, assistenz*, assistent*, *assistent, *assistenz, *assistentin, *sekretär, sekretär*, *sekretärin, sekretariat*, *sekretariat, referent geschäfts*, referent vorstand*,
      rechte hand, vorzimmer*, stabsstelle?, zuarbeit*`,
    silent: `generalsekretär*, staatssekretär*, chefsache, leiterplatte*, kundenpräsident*`,
  },
};
