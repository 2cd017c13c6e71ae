/**
 * Abbreviations that carry a stop without ending a sentence, by what may follow them: English, German, French,
 * Latin and legal writing. Data only; lower case, without the last stop ("e.g", "u.s").
 */

/**
 * How an abbreviation behaves before the next word.
 * `inner`: never ends a sentence (Mr., e.g., vgl.).
 * `number`: stands before a number or code; ends a sentence only before a word that usually begins one (Fig., No.).
 * `name`: may end a sentence, but a capital behind it is usually part of the same name (Inc., U.S., L. Rev.).
 * `month`: a number behind it belongs to it (Jan. 2004).
 * `end`: often ends a sentence; a capital behind it begins a new one (etc., p.m., usw.).
 */
export type AbbreviationClass = "inner" | "number" | "name" | "month" | "end";

const inner = `
mr mrs ms dr drs prof profs rev hon sen rep reps gov gen col capt cpt lt sgt cmdr adm maj cpl pvt insp supt
messrs mme mlle mmes st ste mt mts fr hr hrn dipl dipl-ing ing mag pd
v vs viz cf e.g eg i.e ie f.e resp approx ca c circ incl excl esp espec
qtd trans transl ed eds edn comp comps
vgl bzw ggf bspw sog insb insbes evtl inkl exkl zzgl z.b d.h d.i i.d.r i.e.s i.s.d u.u s.a s.o s.u u.a u.ä hg hrsg bearb übers
verf nachf einschl gegr geb gest ehem ev kath lfd mind max wg zit zt dergl betr urspr dt engl frz lat griech
frl fa gebr ausf angebl zw entspr ggfs evang luth kgl königl kaiserl preuß sächs bayr württ österr röm niederl
ital poln verh verst gefr unverh städt landw frhr pfr hptm präs vors bgm obgm reg.-bez
dott dott.ssa drssa sig sigg sig.ra sig.na sig.ri avv geom proff prof.ssa mons egr gent.mo ill.mo
sr sra srta sres sras dña exmo exma excmo ilmo ilma dra sto sta pe cón ten.-cel dr.ª prof.ª sr.ª
p.ex par.ex c.-à-d c.à.d env av apr éd éds dir trad coll rééd réimpr nouv introd annot préf lieut mgr mlles vve
scil sub.nom ex.rel rel a.k.a aka btw w.r.t s.v i.a u.v.a n.b nb
`;

const number = `
p pp pg pgs no nos nr nrn n° fig figs tab tabs tbl eq eqs eqn eqns ref refs sec secs sect sects § ch chs chap
chaps vol vols art arts para paras par pars pt pts bk bks bd bl fo fos fol fols ll lin sz kap abs abb abbn anl
anm ziff rn rdnr rz jg jgg heft hft beil bsp taf app apps appx ex exs sched sess cl cls reg regs
fasz rubr lfg halbbd tlbd beih ergbd anh hs hss fasc livr réf réfs lfd.nr cmnd
op opp hob pag pagg artt capp voll tav tavv núm núms págs pág séc sécs fls
ser suppl supp ver vers pl pls plts cat inv mss lib tit can cod ad const amend nn num rul tel ext apt chr
`;

const name = `
inc co corp ltd llc plc bros cie mfg assn ass'n int'l intl nat'l natl dept dep't univ inst acad soc
al u.s u.s.a u.k u.n e.u u.s.c u.s.c.a d.c n.y l.a c.f.r f.r ph.d m.d b.a m.a m.sc b.sc d.phil ll.b ll.m
jr sr esq cal calif colo conn del fla ga ill ind kan ky mass mich minn miss mo mont neb nev okla pa
tenn tex va vt wash wis wyo ariz ark ont que
id ibid ebd ebda ibidem idem loc.cit op.cit cit a.a.o aao
l j jour journ bull proc ann arch biol chem phys psychol sci nat rec lett commun res
f fed ct cir dist div crim civ evid loy harv cong rptr bankr cty
b.c b.c.e a.d c.e v.chr n.chr
sp spp subsp ssp var cv gen.nov sp.nov syn str
est ave blvd rd hwy pkwy sq ft mi
jh jhd jhs jhdt jhdts jhrh s.j o.p o.s.b
aufl ausg verl jb jbb ztschr zschr vjh bez gde rgt btl komp abt bibl assoc cttee govt hosp
`;

const month = `
jan feb febr mar jun jul aug sep sept oct nov dec jän mär okt dez janv févr fév avr juil juill août déc
mon tue tues wed thu thur thurs fri sat sun
`;

const end = `
etc ecc etcetera sgg segg a.m p.m am pm usw u.s.w u.dgl ff n.d n.s o.j o.o n.p s.l s.n u.ö
min sec hrs yrs wks oz lb lbs kg mg ml cm mm km mph rpm temp avg wt usf q.v passim et.seq seq seqq sqq
`;

/** After a number only, as written here: "2,5 Mio. Mark", "3 Std. 20 Min.", "12 fr. 50". A capital belongs to them. */
const quantities = `
Mio Mrd Tsd Tds Mill Bio Std Stdn Min Sek Mk Pf Pfg Ztr Pfd Kr Tlr Thlr Rtlr Rthlr Sgr Ggr Schill Fl fl Stk Stck Dtzd Einw Ew
Morg Schfl fr frs liv
`;

/** Behind an article of the Romance tongues, "il gen. Diaz", "el prof. Ruiz", these are titles; alone they may be words. */
const titles = `
prof card ten on rag cav comm gen arch ing cap capt col magg serg sen dep min dir rev arq eng lic gob tte
`;

const both = `
no art sec col fig ill miss mass wash sat sun mon app pt cat cod tab par cit rec ann arch dist div sect sects
del ind id am pm mar dec str co est cal gen rep ref refs ex can lib soc inst var lit mind rel ad const
arts bull ext fr rd res max dir comp prof temp hg trans chr apps ark tabs pars num apt lin ext conf
`;

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

/** The class of each abbreviation, keyed by its lower-case form without the last stop. */
export const abbreviations: ReadonlyMap<string, AbbreviationClass> = new Map<string, AbbreviationClass>([
  ...words(end).map((w) => [w, "end"] as const),
  ...words(name).map((w) => [w, "name"] as const),
  ...words(number).map((w) => [w, "number"] as const),
  ...words(month).map((w) => [w, "month"] as const),
  ...words(inner).map((w) => [w, "inner"] as const),
]);

/** Abbreviations of measures and sums, which carry a stop only behind a number; as written, case and all. */
export const quantityWords: ReadonlySet<string> = new Set(words(quantities));

/** Titles in small letters that need an article before them, and what such an article is. */
export const articledTitles: ReadonlySet<string> = new Set(words(titles));
export const romanceArticles: ReadonlySet<string> = new Set(
  words(
    "il lo la del dello della dal dallo dalla al allo alla col nel sul un uno el las los o os do da dos das ao aos pelo pela",
  ),
);

/** Abbreviations that are also words of their own: written small, they end a sentence before a capital. */
export const alsoWords: ReadonlySet<string> = new Set(words(both));
