/** Small lists of place names, given names and publishers' names: hints to the model, never decisions. */

const PLACES = `
aachen aarhus aberdeen abingdon adelaide albany albuquerque aldershot alexandria algiers amherst amsterdam ankara antwerp antwerpen arbor
arlington armonk assen athens athina atlanta auckland augsburg austin avignon baltimore bamberg bangalore bangkok barcelona bari basel
basingstoke bath baton beijing beirut belgrade belmont bergamo bergen berkeley berlin bern bethesda bielefeld bilbao birmingham bloomington
bochum bogotá bologna bombay bonn bordeaux boston boulder braunschweig bremen brescia breslau brighton brisbane bristol brno bruges
brussel brussels brüssel bruxelles bucharest budapest buenos buffalo burlington cairo calcutta cambridge campinas canberra canterbury
caracas cardiff carbondale cham chapel charlottesville chennai chicago chichester cincinnati cleveland coimbra cologne columbia columbus
copenhagen cornell cowansville cracow dallas damascus darmstadt davis delft delhi denver detroit dhaka dordrecht dortmund dresden dublin
duisburg dundee durham düsseldorf edinburgh edmonton eindhoven erlangen essen evanston exeter farnham firenze florence frankfurt freiburg
fribourg galway geneva geneva genève genf genova genoa ghent gent giessen glasgow glencoe gothenburg göteborg göttingen graz greenwich
grenoble groningen guildford gütersloh haarlem hague halifax halle hamburg hannover hanover harlow harmondsworth harvard hartford havana
heidelberg helsinki hereford hershey hillsdale hilversum hobart hoboken hong honolulu houston hyderabad indianapolis innsbruck iowa istanbul ithaca jakarta jena
jerusalem johannesburg kampala kansas karlsruhe kassel katowice kiel kiev kingston kobe köln konstanz kraków kyiv kyoto københavn lagos
lanham lausanne lawrence leeds leicester leiden leipzig leningrad leuven lexington liège lille lima lincoln lisboa lisbon liverpool ljubljana
łódź london londres lond louvain lucerne luxembourg lund lyon lyons madison madrid mahwah mainz malden manchester manila mannheim marburg marseille
medford melbourne memphis mexico méxico miami milan milano milwaukee minneapolis minsk modena montpellier montréal montreal montevideo moscow moskva
mumbai munich münchen münster nagoya nairobi nancy nanjing nantes naples napoli nashville neuchâtel newark newcastle nice nijmegen norman
northampton norwich nottingham novosibirsk nürnberg oakland oaks odense olms orlando osaka oslo ottawa oxford oxon padova padua palermo palo
paris parigi parma pasadena passau pavia penguin perth perugia philadelphia phoenix pisa pittsburgh porto portland potsdam poznań prague praha
praga pretoria princeton providence québec raleigh regensburg reading rennes reykjavik riga rio rochester roma rome rotterdam rouen saarbrücken
sacramento salamanca salzburg santiago sapporo sarajevo seattle seoul sevilla shanghai sheffield siena singapore sofia southampton stanford
stockholm strasbourg strassburg stuttgart sydney taipei tallinn tampa tampere tartu tbilisi tehran tempe tokyo toronto torino toulouse
trento trieste tromsø trondheim tucson tübingen tunis turin turku udine ulm uppsala urbana utrecht valencia vancouver varanasi venezia venice
verona vicenza victoria vienna vilnius waltham warrendale warsaw warszawa washington weimar weinheim wellington westport wien wiesbaden
winnipeg worcester woodbridge wrocław wuhan wuppertal würzburg york zagreb zürich zurich petersburg angeles francisco diego orleans paulo janeiro aires
`;

/** Countries and their parts, in full and by their letters: they say where a town lies. */
const LANDS_PRINTED = `
alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana kentucky louisiana
maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey ohio oklahoma oregon
pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ontario alberta manitoba quebec
calif conn mass mich minn penn wash tex fla ill ind wis va ga ca nj ny ma dc md pa il oh mi nc ct tx az tn wi ky nh ri ut nm ny
argentina australia austria belgium belgique bangladesh brasil brazil bulgaria canada chile china colombia croatia cuba denmark deutschland
egypt england españa estonia ethiopia finland france germany ghana greece hungary iceland india indonesia iran iraq ireland israel italia
italy japan kenya korea latvia lebanon lithuania malaysia morocco nepal netherlands nederland nigeria norway österreich pakistan peru
philippines poland portugal romania russia scotland serbia slovakia slovenia spain sudan sweden switzerland schweiz suisse syria taiwan
tanzania thailand tunisia turkey uganda ukraine uk usa ussr uruguay venezuela vietnam wales zealand zimbabwe
`;

const GIVEN = `
aaron adam adrian agnes agnieszka ahmed akira alan alain albert alberto alessandro alex alexander alexandre alexandra alfred alfredo ali alice alison
allan allen amanda amir amy ana anders andré andrea andreas andrei andrew andrzej angela angelo anita ann anna anne annette anthony antoine
anton antonio antónio arnold arthur axel barbara barry beatrice ben benedict benjamin bernard bernhard bertrand bettina betty bill björn bob
boris brad brenda brian bridget britta bruce bruno burkhard camille carl carla carlo carlos carol caroline catherine cecilia cédric charles
charlotte chiara chris christian christina christine christoph christophe christopher claire clara claude claudia claus clifford colin craig
cynthia dale damien dan daniel daniela danielle darren david dean deborah denis dennis derek diana diane didier diego dieter dimitri dirk
dominic dominique don donald dora doris dorothy douglas duncan edith edmund eduard eduardo edward edwin elaine elena eleanor elisabeth elizabeth
ellen emil emily emma emmanuel enrico eric erica erich erik ernest ernst erwin ethan eugene eva evelyn fabio federico felix ferdinand fernando
florian frances francesca francesco francis francisco françois françoise frank franz fred frédéric frederick friedrich fritz gabriel gabriele
gary gavin geoffrey georg george georges gerald gerard gérard gerd gerhard giacomo gianni gilbert gilles giorgio giovanni giuseppe glenn
gordon graham greg gregor gregory guido guillaume günter günther gustav guy hanna hannah hans harald harold harry harvey heather hector heinz heinrich
helen helena helga helmut henri henry herbert herman hermann hiroshi holger horst howard hubert hugh hugo ian igor immanuel ines ingrid irene iris
isaac isabel isabelle ivan jack jacob jacqueline jacques jaime jakob james jan jane janet jason javier jay jean jeff jeffrey jennifer jens
jeremy jerome jérôme jerry jesper jessica jill jim joachim joan joanna joe joel johan johann johannes john jon jonas jonathan jorge josé josef joseph
joshua joyce juan judith jules julia julian julie jun jürgen justin kai karen karin karl kate katherine kathleen kathryn kathy keith
kelly ken kenneth kevin kim kirsten klaus konrad kristin kurt lars larry laura laurence laurent lawrence lee leo leon leonard leslie lewis linda
lisa lorenzo louis louise luc luca lucy ludwig luigi luis luke lutz lynn magnus manfred manuel marc marcel marcello marco marcus margaret margot
maria marianne marie mario marion mark markus martha martin martina mary masahiro massimo matteo matthew matthias maurice maurizio max maximilian
maxwell megan mehmet melissa michael michel michele michelle miguel mike milan miriam mohamed mohammed monica monika moritz murray nadia nancy naomi
nathan nathalie neil nicholas nick nicola nicolas nicole nikolai nils nina noah noam norbert norman olaf ole oliver olivier oscar oskar otto pablo
pamela paola paolo pascal pat patricia patrick paul paula pauline pedro peggy per peter petra phil philip philipp philippe phillip pierre pietro
rachel rafael ragnar rainer ralf ralph ramón raymond rebecca reinhard rené ricardo richard rita robert roberto robin roger roland rolf roman ronald
rosa rosemary ross roy rudolf rupert russell ruth ryan sabine sally sam samuel sandra sara sarah scott sean sebastian sergei sergio seth sharon sheila
shirley sigmund silvia simon simone sofia sophie stanley stefan stefano stéphane stephan stephanie stephen steve steven stuart sue susan susanne
suzanne sven sylvia sylvie tamara tanya ted teresa terence terry theodor theodore theresa thierry thomas tim timothy tobias todd tom tony tracy
trevor ulf ulrich ulrike umberto urs ursula ute uwe valerie vera veronica vicki victor viktor vincent vincenzo virginia vivian vladimir volker walter
wayne werner wendy wilfried wilhelm will willem william wolf wolfgang xavier yan yann yoshua yves yvonne zoe
`;

const PUBLISHERS = `
academic academy addison aldine allen allyn anchor arnold ashgate atlas ballantine bantam basic beacon bedford beck benjamins birkhäuser blackwell
bloomsbury bompiani brill brookings butterworth butterworths cambridge chapman chelsea clarendon collins continuum cornell crc croom dekker
doubleday dover duckworth duke dutton edizioni einaudi elgar elsevier erlbaum faber fayard feltrinelli fischer freeman free gallimard garland garzanti
grasset greenwood grove guilford gruyter hackett hall harcourt harper harpercollins harvard harvester hatier hawthorne heath helm heinemann hill hogarth
holt houghton hueber humana ieee acm irwin jossey kegan kluwer knopf kohlhammer klett laterza lang lea lippincott little brown longman macmillan masson maspero
mcgraw metzler methuen mifflin minuit mit mohr mondadori morrow morgan kaufmann mosby mouton mulino narosa niemeyer norton nova odile olschki olms palgrave
paladin pantheon pearson penguin pergamon pitman plenum plon polity praeger prentice princeton puf presses random reclam reidel reimer routledge rowman
littlefield rowohlt russell sage saunders schocken schöningh schuster scribner seuil simon sijthoff springer stanford steiner suhrkamp tavistock taylor
thames thieme thomson thorndike touchstone ullstein unesco unwin vandenhoeck ruprecht viking vintage vrin wadsworth walter weidenfeld wesley
westview wiley winter wissenschaftliche buchgesellschaft world yale
`;

const BIT = { place: 1, given: 2, publisher: 4 } as const;

const bits = new Map<string, number>();
for (const [list, bit] of [
  [PLACES, BIT.place],
  [LANDS_PRINTED, BIT.place],
  [GIVEN, BIT.given],
  [PUBLISHERS, BIT.publisher],
] as const)
  for (const word of list.split(/\s+/)) if (word !== "") bits.set(word, (bits.get(word) ?? 0) | bit);

/** Lower-case word → 1 place, 2 given name, 4 publisher, added up. */
export const GAZETTEER: ReadonlyMap<string, number> = bits;

/** Returns whether the word, in capitals or not, is listed as a part of such a name. */
export const isListed = (word: string, kind: keyof typeof BIT): boolean =>
  ((bits.get(word.toLowerCase()) ?? 0) & BIT[kind]) !== 0;

/** The countries and parts of countries among the places. */
export const LANDS: ReadonlySet<string> = new Set(LANDS_PRINTED.split(/\s+/).filter((word) => word !== ""));
