/** One small honest file of each format, for tests that break files. */
import type { Format } from "../../../core/model.ts";
import { seedDocx, seedHtml, seedPage, seedPdf } from "./seed.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = seedPage();

const markdown = `---
title: Stoves
---

# Stoves

- Subsidies raised *uptake*.[^1] It cost $5 [@a2016, p. 3; see @b].
- Visits changed nothing.^[An inline note, [@c].]

| A | B |
|---|---|
| 1 | [2](http://x.org) |

> Quoted <sup>1</sup> words.

[^1]: A note with *words*.

    Its second paragraph.
`;

const jats = `<?xml version="1.0" encoding="UTF-8"?><article xml:lang="en"><front><article-meta><title-group><article-title>On rice</article-title></title-group></article-meta></front><body><sec><title>Methods</title><p>Rice is old [<xref ref-type="bibr" rid="B1">1</xref>] &amp; good<xref ref-type="fn" rid="f1"><sup>a</sup></xref>.</p><table-wrap><label>Table 1</label><table><tr><td>1</td><td>2</td></tr></table></table-wrap></sec></body><back><fn-group><fn id="f1"><label>a</label><p>A note.</p></fn></fn-group><ref-list><title>References</title><ref id="B1"><label>1</label><element-citation publication-type="journal"><name><surname>Ames</surname><given-names>B</given-names></name><year>1981</year><article-title>Uric acid</article-title><source>PNAS</source></element-citation></ref></ref-list></back></article>`;

const wikitext = `{{Infobox canal|name=X<ref name=box>[[Boxes]], p. 1.</ref>}}
'''The canal''' is ''narrow''.<ref name="len">{{cite web |title=Lengths |url=http://x.example/l}}</ref> It opened.{{sfn|Carver|1984|p=41}}{{efn|He came back.<ref name=box/>}}

== Decline ==
* One [http://ex.example/a link]
{| class="wikitable"
! A !! B
|-
| 1 || 2<ref>Rowe, 3.</ref>
|}
{{reflist}}
* {{cite book |last=Brand |first=Olive |title=Navvies |year=1966}}
`;

/** Bytes by format; the seed where it comes in that format. */
export const samples: Readonly<Record<Format, Uint8Array>> = {
  text: bytes("A claim.1 Another.[2]\n\n1 A note.\n\n2 Another note.\n"),
  markdown: bytes(markdown),
  html: bytes(seedHtml(page)),
  docx: seedDocx(page),
  pdf: seedPdf(page),
  jats: bytes(jats),
  wikitext: bytes(wikitext),
};
