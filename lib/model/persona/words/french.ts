import type { Words } from '../kinds.ts';

/** French. "Chef de projet" leads a project, not people; "responsable" heads its function. */
export const french: Words = {
  functions: {
    marketing: `
      marketing*!, publicite, publicitaire*, relations presse, relations publiques, attache presse, evenementiel*, redacteur web,
      webmarketing!, charge communication, chargee communication, community manager, chef publicite, marque*, mecenat,
      graphiste*, infographiste*, etudes marche, communicant*, traffic manager`,
    sales: `
      vente*, vendeur*, vendeuse*, commercial, commerciale, commerciaux, commerciales, technico commercial*!, technicocommercial*!, charge affaires, chargee affaires,
      ingenieur affaires, ingenieur commercial*!, ingenieure commercial*!, charge clientele, chargee clientele, responsable clientele, responsable secteur, responsable comptes, grands comptes!, compte cle, comptes cles,
      chef secteur, chef ventes!, directeur ventes!, administration ventes, adv, avant vente, conseiller vente, conseillere vente, responsable magasin?,
      agent commercial, conseiller clientele?, conseillere clientele?, negociateur*, attache commercial*, apporteur affaires, agent immobilier, directeur magasin?`,
    business_development: `
      developpement commercial*!, developpement affaires!, developpeur affaires!, developpement partenariat*, partenariat*, developpement entreprise`,
    information_technology: `
      informatique*!, informaticien*, developpeur*, developpeuse*, logiciel*, systemes information!, systeme information!, dsi, rssi, reseaux, administrateur systeme*!,
      administrateur reseau*!, architecte logiciel*, architecte si, numerique?, donnees, analyste programmeur*, programmeur*, ingenieur logiciel*, ingenieur systeme*, ingenieur etudes developpement, web developpeur*, cybersecurite, base donnees, bases donnees,
      transformation numerique, transformation digitale?`,
    project_management: `
      chef projet*, cheffe projet*, directeur projet*, directrice projet*, responsable projet*, charge projet*, chargee projet*, gestion projet*, gestionnaire projet*,
      coordinateur projet*, coordinatrice projet*, chef programme, charge mission?, chargee mission?, projet*?`,
    consulting: `consultant*, conseil, conseiller*?, conseillere*?, cabinet conseil, conseil management, conseil strategie`,
    administration: `
      secretaire*, secretariat*, assistant direction!, assistante direction!, assistant*?, assistante*?, administratif*, administrative*, agent administratif*!, agent accueil*, hotesse accueil*, standardiste*,
      accueil?, office manager!, attache direction, services generaux, adjoint administrati*, adjointe administrati*`,
    purchasing: `achat*!, acheteur*!, acheteuse*!, approvisionn*, approvisionneu*, category manager?`,
    customer_support: `
      service client*!, relation client*!, relations client*, support client*!, experience client*?, sav, apres vente!, service apres vente!, charge relation client*, teleconseil*, assistance technique, satisfaction client*, conseiller client*?, succes client*`,
    human_resources: `
      ressources humaines!, rh!, drh!, rrh!, recrutement*, recruteur*, recruteuse*, charge recrutement!, chargee recrutement!, paie, formation?, gestionnaire paie!, marque employeur!, charge formation, responsable formation, relations sociales, capital humain, gpec`,
    finance: `
      finance*, financier*, financiere*, daf, raf, comptab*, expert comptable*!, controle gestion!, controleur gestion!, controleuse gestion!, tresor*, audit*, auditeur*, auditrice*, fiscal*, fiscaliste*,
      banque*, bancaire*, assurance*, assureur*, conseiller financ*!, gestion patrimoine!, gestionnaire patrimoine!, courtier*, credit*, analyste financ*!, commissaire comptes, facturation, actuaire*, recouvrement`,
    legal: `juridique*, juriste*, avocat*, notaire*, conformite, contentieux, droit, huissier*, propriete intellectuelle, magistrat*, affaires juridiques!`,
    operations: `
      exploitation, logistique*, production, fabrication, usine, entrepot*, magasinier*, chaine logistique, supply chain, qualite?, qhse, qse, hse, maintenance, atelier, transport*, chef equipe?,
      directeur site?, responsable site?, conducteur ligne, operateur*, operatrice*, cariste*, ordonnancement, methodes, amelioration continue, directeur operations, planification`,
    engineering: `
      ingenieur*, ingenieure*, ingenierie, technicien*, technicienne*, technique*?, mecanicien*, electricien*, electrotechn*, bureau etudes, etudes?, dessinateur*, projeteur*, conducteur travaux!, chef chantier!, chantier?, travaux,
      recherche developpement!, genie civil, batiment*, btp, laboratoire, automaticien*, r&d`,
    product: `chef produit*!, cheffe produit*!, responsable produit*, directeur produit*, gestion produit*, produit*?, gamme`,
    general_management: `
      pdg, dg, dga, directeur general*, directrice general*, direction general*, president*, presidente*, gerant*, gerante*, dirigeant*, fondateur*, fondatrice*, cofondateur*, cofondatrice*, proprietaire*,
      associe, associee, chef entreprise!, cheffe entreprise!, entrepreneur*, administrateur delegue, directeur agence?, autoentrepreneur*?, secretaire general*`,
    other: `
      enseignant*!, professeur*!, instituteur*!, medecin*!, infirmier*!, infirmiere*!, pharmacien*!, aide soignant*!, chirurgien*!, journaliste*!, redacteur*?, redactrice*?, etudiant*?, chercheur*!, chercheuse*!, doctorant*!, educateur*!, educatrice*!,
      chauffeur*!, cuisinier*!, chef cuisine!, cuisine*!, serveur?, serveuse!, coiffeu*!, avion, photographe*!, traducteur*!, traductrice*!, interprete*!, architecte*?, architecte interieur!, artiste*!, comedien*!, agriculteur*!, militaire*!, policier*!, pompier*!,
      psychologue*!, kinesitherap*!, veterinaire*!, retraite*, benevole*?, formateur*?, formatrice*?, boulanger*!, animateur*?, animatrice*?, assistant social*!, assistante social*!, stagiaire?, innovation?, strategie?, maitre conferences!`,
    silent: `mise en production?, chef cuisine s`,
  },
  ranks: {
    junior: `stage, stagiaire*, alternant*, alternance, apprenti*, apprentissage, etudiant*, debutant*, contrat pro, job ete, volontariat*, service civique`,
    professional: `
      chef projet*, cheffe projet*, chef produit*, cheffe produit*, chef publicite, chef cuisine, chef rang, chef partie, chef mission, charge*, chargee*, conseiller*, conseillere*, ingenieur*, technicien*, commercial, commerciale,
      responsable compte*, responsable clientele, responsable projet*, gestionnaire*, attache*, vendeur*, agent, employe*, redacteur*, developpeur*, comptable*, juriste*, acheteur*, formateur*, chef secteur, responsable secteur, ressources?, associe commercial, coordinateur*, coordinatrice*`,
    senior: `confirme*, expert*?, experimente*, principal*, principale*, ingenieur principal*, expert comptable`,
    lead: `
      responsable*, chef, cheffe, chef service, cheffe service, chef equipe, cheffe equipe, chef departement, chef division, chef chantier, chef atelier, chef agence, chef ventes, encadrant*, superviseur*, superviseuse*, manageur*, contremaitre*, referent technique, directeur agence?, directeur magasin?, doyen*, conducteur travaux`,
    director: `directeur*, directrice*, directeurs, daf, drh, dsi, dircom, sous directeur*, directeur adjoint*, directeur projet*, directeur regional*, rssi?`,
    management: `
      pdg, dg, dga, directeur general*, directrice general*, direction generale, president*, presidente*, vice president*, gerant*, gerante*, co gerant*, cogerant*, dirigeant*, fondateur*, fondatrice*, cofondateur*, cofondatrice*, co fondateur*, co fondatrice*, proprietaire*,
      associe*, associee*, chef entreprise, cheffe entreprise, entrepreneur*, administrateur delegue, membre comite direction, membre comite executif, comite direction, comite executif, comex, codir, patron, patronne, maire, conseil administration, secretaire general*, actionnaire*`,
    assistant: `assistant*, assistante*, secretaire*, secretariat, attache direction, adjoint administrati*, adjointe administrati*`,
    silent: `chef lieu, entrepreneuriat, president jury, chef oeuvre`,
  },
};
