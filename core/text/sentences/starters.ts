/**
 * Words that, written with a capital behind a stop, almost always begin a sentence. They decide where an
 * abbreviation, an initial or a number stands before the stop. Data only.
 */

const english = `
The This These That Those There Then Therefore Thus Though Although While When Where Whereas Whether Which Who
Why How What It Its It's He She We They I You My His Her Our Their Your In On At By For From With Without Within
As After Before During Since Until Under Over Among Between Because Both But And Or Nor Yet So If Once Only Each
Every All Any Some Several Many Most Much More Few Fewer Less No None Not Nobody Nothing Neither Either Other Others
Another Such Similarly Likewise However Moreover Furthermore Nevertheless Nonetheless Hence Consequently Accordingly
Finally First Second Third Firstly Secondly Thirdly Next Last Lastly Later Here Hereafter Indeed Instead Meanwhile
Overall Specifically Surprisingly Interestingly Importantly Notably Unfortunately Conversely Additionally Also
Again Currently Recently Previously Subsequently Together Despite Unlike Like Using Based Given According Due
Even Still Just Perhaps Maybe Please See Cf Compare Note Let Did Do Does Is Are Was Were Has Have Had Can Could
May Might Must Shall Should Will Would Today Yesterday Tomorrow Now Never Always Often Sometimes Usually Rarely
To Of A An About Above Across Against Along Around Behind Below Beyond Through Throughout Toward Towards Upon Via
Mr Mrs Ms Dr Prof Further Taken Consistent Compared Concerning Regarding Following Remarkably Briefly Generally Typically
Ideally Clearly Obviously Evidently Apparently Presumably Possibly Probably Certainly One Two Three Four Five Six
Seven Eight Nine Ten Half Dozens Hundreds Thousands Everyone Someone
Ibid Id Supra Infra Ebd Ebenda
`;

const other = `
Der Die Das Ein Eine Einer Einem Einen Dieser Diese Dieses Es Er Sie Wir Ich Ihr Im Am Zum Zur Auch Aber Und Oder Doch
Denn Für Mit Nach Bei Seit Zu Wenn Als Ob Wie Wo Wer Was Warum Heute Dort Hier So Da Dann Dabei Damit Dagegen Daher
Deshalb Dennoch Jedoch Zwar Schon Erst Noch Nur Nicht Kein Keine Alle Viele Manche Einige Neue Bis Auf Aus Über Unter
Vor Gegen Ohne Durch Während Trotz Wegen Anders Anderswo Später Früher Sein Seine Ihre Vgl Siehe Neben Zwischen
Danach Davon Darauf Darin Dazu Dadurch Daraus Darum Damals Hinzu Heute Etwa Fast Rund Bereits Zunächst Zudem Ferner
Außerdem Schließlich Allerdings Jetzt Nun Insgesamt Ebenso Obwohl Nachdem Bevor Sobald Weil Seitdem Zuvor Zuletzt
Anschließend Gleichzeitig Trotzdem Hingegen Vielmehr Somit Folglich Niemand Jeder Jede Jedes Jene Jener Solche Welche
Beide Andere Weitere Erstmals Vermutlich Offenbar Mehr Weniger Dessen Deren Dass Sogar Selbst Immer
Il Elle Ils Elles Nous Vous On Ce Cet Cette Ces Dans En Pour Par Mais Et Ou Où Au Aux Selon Avec Sans Sous Sur Entre
Depuis Pendant Après Avant Ainsi Donc Car Puis Enfin Cependant Toutefois Néanmoins Si Quand Comme Tout Toute Tous Plusieurs
Voir Ici Un Une Les Cela Ceci Celui Celle Leur Leurs Chaque Aucun Aucune Certains Certaines Beaucoup Quelques Alors Dès
Lors Lorsque Puisque Malgré Vers Bien Parmi Aujourd'hui Aujourd’hui Ensuite Autrefois Désormais Nul Rien Personne
`;

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

/** Words that begin a sentence when they stand behind an abbreviation with a capital. */
export const starters: ReadonlySet<string> = new Set([...words(english), ...words(other)]);

/** Capitalised words that begin surnames as well: behind an initial they prove nothing. */
export const nameParticles: ReadonlySet<string> = new Set(
  words("Die Das Der Und Les Un May Will Do So Car On Au Even Zu Im Am Other"),
);

/** Nouns that a single letter may complete ("vitamin C."), so that the letter is no initial. */
export const typeNouns: ReadonlySet<string> = new Set(
  words(`vitamin hepatitis influenza type types group class factor protein figure figures fig panel panels table
  chromosome chromosomes model phase stage strain serotype grade category schedule appendix exhibit part option plan
  complex region allele isoform subunit cohort arm block box layer point site team level step area zone unit sample
  condition experiment case set buffer solvent solution eluent metaphase anaphase prophase`),
);

/** German words before an ordinal number. */
export const ordinalLead: ReadonlySet<string> = new Set(
  words(
    `der die das dem den des im am vom zum zur beim ein eine einem einen einer jeder jede jedes seit bis ab
    ins ans aufs fürs durchs ums übers unters hinters vors und oder bzw. dieser diese dieses diesem diesen jeden jedem
    jener jene jenes jenem jenen ihr ihre ihrem ihren ihrer ihres sein seine seinem seinen seiner seines unserem unseren`,
  ),
);
