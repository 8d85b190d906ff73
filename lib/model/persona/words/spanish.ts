import type { Words } from '../kinds.ts';

export const spanish: Words = {
  functions: {
    marketing: `mercadotecnia*, mercadeo*, publicidad, publicista*, comunicacion, comunicaciones, relaciones publicas, prensa, marca, marcas, eventos?, redes sociales, contenidos?, disenador grafico, disenadora grafica`,
    sales: `venta*!, vendedor*, comercial, comerciales, ejecutivo cuenta*!, ejecutiva cuenta*!, gerente cuenta*!, grandes cuentas, asesor comercial*!, asesora comercial*!, agente comercial, tecnico comercial, delegado comercial, delegada comercial, jefe zona, cuenta*?, preventa*, gestor comercial*, exportacion*, inmobiliari*, dependient*`,
    business_development: `desarrollo negocio*!, desarrollador negocio*!, alianzas, nuevos negocios!, negocio*?, desarrollo comercial*!`,
    information_technology: `informatic*!, sistemas, desarrollador*, desarrollo software!, programador*, tecnologia*?, tecnologias informacion!, ti, tic, redes, ciberseguridad, datos, analista programador*!, analista sistemas!, ingenier* sistemas!, ingeniero software!, ingeniera software!, ingeniero sistemas!, ingeniera sistemas!, ingenier* informatic*!, ingeniero informatic*!, ingeniera informatic*!, arquitecto software!, inteligencia artificial, administrador sistemas!, administradora sistemas!, transformacion digital?`,
    project_management: `jefe proyecto*, jefa proyecto*, gestor proyecto*, gestora proyecto*, gestion proyecto*, director proyecto*, directora proyecto*, gerente proyecto*, coordinador proyecto*, coordinadora proyecto*, lider proyecto*, responsable proyecto*, proyecto*?`,
    consulting: `consultor*, consultoria, asesor*?, asesoria?`,
    administration: `administrativ*, secretari*, asistente*?, recepcion*, auxiliar administrativ*!, asistente gerencia!, asistente direccion!, oficina?, auxiliar oficina, administracion?`,
    purchasing: `compras!, comprador*!, aprovisionamiento*, adquisiciones!, abastecimiento*, proveedores?`,
    customer_support: `atencion cliente*!, servicio cliente*!, soporte?, soporte tecnico!, servicio tecnico?, experiencia cliente*?, teleoperador*!, posventa, postventa, exito cliente*!, mesa ayuda, atencion publico`,
    human_resources: `recursos humanos!, rrhh!, seleccion personal!, reclutamiento!, reclutador*!, talento*, talento humano!, gestion humana!, nomina*, capacitacion?, personal$?, relaciones laborales, capital humano!, formacion?`,
    finance: `finanzas, financier*, contab*, contador*, tesorer*, auditor*, auditoria, fiscal, tributari*, controller, banca, bancari*, seguros, asesor financier*!, asesora financiera!, asesor fiscal*!, analista financier*!, credito*, cobranza*, facturacion, riesgo*?, presupuesto*`,
    legal: `abogad*, juridic*, legales, jurista*, notari*, cumplimiento, derecho, procurador*, asesor juridic*!, asesora juridic*!, asesor legal!, asesora legal!`,
    operations: `operaciones?, logistica, produccion, almacen*, cadena suministro, planta, fabrica, calidad?, mantenimiento, mozo almacen, operari*, transporte*, jefe turno, bodega`,
    engineering: `ingenier*, tecnic*?, mecanic*, electricista*, electric*, obra, obras, jefe obra!, construccion, delineante*, i&d, investigacion desarrollo, i&dmasi, arquitecto tecnico, arquitecta tecnica`,
    product: `jefe producto*!, jefa producto*!, gerente producto*!, gestor producto*, responsable producto*, producto*?`,
    general_management: `director general!, directora general!, direccion general, gerente general!, gerencia general!, presidente*, presidenta*, vicepresident*?, fundador*, cofundador*, propietari*, duen*, socio?, socia?, socios?, empresari*, consejer* delegad*, consejero delegado!, consejera delegada!, emprendedor*, administrador unico, gerente?, gerencia?, autonomo?, consejo administracion`,
    other: `profesor*!, maestr*!, docente*!, medic*!, enfermer*!, farmaceutic*!, periodista*!, redactor*?, estudiante*?, investigador*!, conductor*!, camarer*!, cociner*!, arquitect*?, abarrote*, traductor*!, psicolog*!, fisioterap*!, policia*!, militar*!, fotograf*!, artista*!, musico*!, veterinari*!, jubilad*, voluntari*?, formador*?, becari*?, trabajador* social*, trabajador social!, trabajadora social!, odontolog*!, estrategia?, innovacion?`,
  },
  ranks: {
    junior: `becari*, practicas, practicante*, pasante*, pasantia*, aprendiz*, estudiante*, auxiliar practicas`,
    professional: `jefe proyecto*, jefa proyecto*, jefe producto*, jefa producto*, ejecutivo*, ejecutiva*, gerente cuenta*, gerente producto*, gerente proyecto*, tecnico*, tecnica*, especialista*, analista*, ingenier*, asesor*, consultor*, administrativ*, auxiliar*, desarrollador*, contador*, abogad*, coordinador*, coordinadora*, comercial, gestor*, agente*, encargad* compras`,
    senior: `experto*?, experta*?, sénior`,
    lead: `jefe*, jefa*, responsable*, encargad*, supervisor*, lider*, gerente*, capataz*, jefatura, subgerente*, jefe equipo, lider equipo, jefe departamento, jefe obra`,
    director: `director*, directora*, subdirector*, direccion?, director comercial, director adjunto`,
    management: `director general*, directora general*, gerente general*, direccion general, presidente*, presidenta*, vicepresident*, fundador*, cofundador*, co fundador*, propietari*, duen*, socio, socia, socios, empresari*, consejero delegado, consejera delegada, consejero*, administrador unico, alcalde*, emprendedor*, comite direccion, consejo administracion`,
    assistant: `asistente*, secretari*, auxiliar administrativ*`,
    silent: `trabajador* social*, asociado comercial, asistente social*`,
  },
};
