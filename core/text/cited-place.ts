/** The place that stands behind a number in a marker: `2(p214)`, as the AMA Manual of Style (3.6.2) sets it. */

/** Source of a pattern: "(p214)", "(pp12-15,40)", "(fig 2)", "(Table 3)". */
export const PLACE =
  "\\((?:pp?|[Ff]igs?|[Tt]ables?|[Tt]ab|[Cc]hap|[Cc]h|[Ss]ec)\\.?\\s?\\d[\\d,\\u2010-\\u2013-]{0,14}\\)";
