/** Key words of references by class: small closed sets, several languages. Everything else the model learns. */

const CLASSES: Readonly<Record<string, string>> = {
  in: "in im dans en nel nella apud",
  editor: "ed eds edd editor editors edited hrsg hg herausgegeben éd éds dir coord coords cura redakcja red",
  translator: "trans transl translator translators translated übers übersetzt trad traduction",
  edition: "edn edition aufl auflage édition rev revised reprint repr ristampa",
  volume: "vol vols volume volumes bd band bde tome tomo t jg jahrgang v",
  issue: "no nos nr num number numéro issue iss heft n fasc suppl supplement pt part hf",
  pages: "p pp pages page pg pgs s seiten pág págs ss",
  and: "and und et y e og och i en",
  al: "al alii others",
  university: "university univ université universität universidad università universiteit",
  press:
    "press verlag publishers publisher publishing éditions editions editorial editore books presses wiley springer elsevier",
  proceedings:
    "proc proceedings conference conf symposium workshop congress meeting annual international colloquium acts actes atti",
  journal:
    "journal j review rev letters lett annals ann bulletin bull transactions trans quarterly magazine zeitschrift revue rivista revista acta archives arch phys chem biol med sci soc res nature science am eur int",
  thesis: "thesis dissertation diss phd thèse master masters tesis doctoral habilitation",
  report:
    "report tech technical rep working paper memorandum rapport bericht preprint manuscript draft unpublished",
  month:
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre",
  season: "spring summer autumn fall winter printemps été automne hiver frühjahr herbst sommer",
  access:
    "accessed retrieved available online from visited consulted abgerufen zugriff url internet web website disponible consulté cited",
  identifier: "doi isbn issn pmid pmcid arxiv pubmed hdl handle pii hep ph th",
  particle: "de van von der den la le du di da del della des dos ten ter el al bin ibn mc mac o st",
  suffix: "jr sr ii iii iv",
  company: "inc ltd llc corp co gmbh company",
  organisation:
    "institute institut department dept ministry organization organisation association society council committee commission agency board bureau office centre center group collaboration consortium foundation bank national federal world united school college laboratory library museum government",
  article: "the a an la le les der die das il el los las un une ein eine",
  preposition: "of for on to with from by at as und über sur pour des à zur zum von",
  short: "ibid ibidem ivi id idem eadem ders dies op cit loc supra infra ebd ebenda ebda aao ead",
  signal:
    "cfr cf see vedi veda vedano vgl siehe voir vide also anche compare contra inoltre altresì pure accord passim",
  archive:
    "asv archivio archiv archives archive busta filza reg registro registri fondo ms mss cod codex cc fol fols carta cass senato consiglio record office",
  place:
    "york london paris berlin cambridge oxford chicago boston amsterdam heidelberg munich münchen wien vienna zurich zürich tokyo washington philadelphia princeton rome roma milan milano madrid barcelona toronto sydney moscow leipzig stuttgart frankfurt hamburg köln basel bern geneva genève brussels bruxelles dordrecht leiden hague copenhagen stockholm oslo helsinki dublin edinburgh manchester los angeles san francisco baltimore berkeley stanford thousand oaks hillsdale mahwah usa uk ny ma ca nj dc pa il md mass calif england germany france italy spain canada australia japan china india switzerland netherlands",
};

/** Number of the class of each key word, from 1. */
export const KEY: ReadonlyMap<string, number> = new Map(
  Object.values(CLASSES).flatMap((words, i) => words.split(" ").map((w) => [w, i + 1] as const)),
);
