import type { Words } from '../kinds.ts';

export const portuguese: Words = {
  functions: {
    marketing: `comunicacao, publicidade, publicitari*, imprensa, marca, marcas, eventos?, redes sociais, midias sociais!, midia*?, conteudo?, designer grafico, relacoes publicas, assessor imprensa, assessora imprensa`,
    sales: `vendas!, venda*, vendedor*, comercial, comerciais, gerente contas!, gerente conta!, executivo contas!, executiva contas!, executivo vendas!, representante comercial!, consultor vendas!, consultora vendas!, gestor contas, gestora contas, grandes contas, pre vendas, inside sales, exportacao, corretor*?, corretor imoveis`,
    business_development: `desenvolvimento negocios!, desenvolvimento negocio!, novos negocios!, parcerias, negocios?, desenvolvimento comercial!`,
    information_technology: `informatica*!, desenvolvedor*!, desenvolvimento software!, programador*, sistemas, ti, tecnologia informacao!, tecnologias informacao!, tecnologia*?, redes, dados, seguranca informacao!, analista sistemas!, analista dados!, engenheiro software!, engenheira software!, engenheiro dados!, cientista dados!, administrador redes, administrador sistemas!, arquiteto software!, arquiteto solucoes, suporte ti, transformacao digital?`,
    project_management: `gerente projeto*, gestor projeto*, gestora projeto*, gestao projeto*, coordenador projeto*, coordenadora projeto*, lider projeto*, analista projeto*, projeto*?, chefe projeto*, diretor projeto*`,
    consulting: `consultor*, consultoria, assessor*?, assessoria?`,
    administration: `administrativ*, secretari*, assistente administrativ*!, auxiliar administrativ*!, assistente*?, rececion*, recepcion*, secretaria executiva!, assistente direcao!, escritorio?, administracao?`,
    purchasing: `compras!, comprador*!, suprimentos!, aquisicoes, aprovisionamento*`,
    customer_support: `atendimento cliente*!, atendimento?, atendente*?, apoio cliente*!, suporte?, suporte tecnico!, servico cliente*!, sucesso cliente*!, experiencia cliente*?, pos venda*, relacionamento cliente*!, teleatendimento`,
    human_resources: `recursos humanos!, rh!, recrutamento!, recrutador*!, gestao pessoas!, talentos, departamento pessoal!, folha pagamento, formacao?, treinamento?, pessoas?, cargos salarios`,
    finance: `financas, financeir*, contab*, contador*, contabilista*, tesour*, auditor*, auditoria, fiscal, tributari*, controladoria, controller, banco?, bancari*, seguros, credito, cobranca, faturamento, investimento*, analista financeir*!, risco*?, custos`,
    legal: `advogad*, juridic*, jurista*, notari*, conformidade, direito, solicitador*`,
    operations: `operacoes?, logistica, producao, armazem, almoxarif*, cadeia suprimentos, fabrica, qualidade?, manutencao, operador*, transporte*, planejamento?, encarregado producao, expedicao, pcp`,
    engineering: `engenh*, tecnic*?, mecanic*, eletricista*, eletric*, obra, obras, encarregado obra, mestre obras, projetista*, p&d, pesquisa desenvolvimento!, construcao, arquiteto?, desenhista*`,
    product: `gerente produto*!, gestor produto*!, gestora produto*!, produto*?`,
    general_management: `diretor geral!, diretora geral!, diretor executivo!, diretora executiva!, diretor presidente!, gerente geral!, presidente*, vice presidente*?, fundador*, cofundador*, proprietari*, dono, dona, socio?, socia?, empresari*, empreendedor*, administrador delegado!, socio gerente!, socia gerente!, gerente?, direcao geral, conselho administracao`,
    other: `professor*!, docente*!, medic*!, enfermeir*!, farmaceutic*!, jornalista*!, redator*?, estudante*?, pesquisador*!, investigador*!, motorista*!, cozinheir*!, arquitet*?, tradutor*!, psicolog*!, fisioterap*!, policial*!, fotograf*!, artista*!, musico*!, veterinari*!, aposentad*, voluntari*?, dentista*!, assistente social!, estagiari*?, estrategia?, inovacao?`,
  },
  ranks: {
    junior: `estagi*, estagiari*, aprendiz*, jovem aprendiz, estudante*, trainee, junior`,
    professional: `gerente conta*, gerente produto*, gerente projeto*, chefe projeto*, analista*, tecnico*, tecnica*, especialista*, consultor*, executivo conta*, executiva conta*, executivo vendas, engenheir*, desenvolvedor*, auxiliar*, assessor*, coordenador produto, pleno, operador*, gestor conta*, gestora conta*, gestor projeto*, gestora projeto*, gestor produto*, gestora produto*`,
    senior: `experiente?, perito*?`,
    lead: `gerente*, coordenador*, supervisor*, lider*, chefe*, encarregad*, responsavel, gestor*, subgerente*, lider equipe, chefe equipa, mestre obras, superintendente*`,
    director: `diretor*, director*, subdiretor*, diretor adjunto, direcao?`,
    management: `diretor geral, diretora geral, diretor executivo, diretora executiva, diretor presidente, diretora presidente, gerente geral, presidente*, vice presidente*, fundador*, cofundador*, co fundador*, proprietari*, dono, dona, socio, socia, empresari*, empreendedor*, administrador delegado, conselheir*, prefeito*, conselho administracao`,
    assistant: `assistente*, secretari*, auxiliar administrativ*`,
    silent: `assistente social, conselheiro tutelar`,
  },
};
