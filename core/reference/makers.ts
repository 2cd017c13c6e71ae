/** Names of companies by what they make. */

const MADE =
  /(?<!\p{L})(?:semiconductors?|(?:micro)?electronics|devices|instruments|microsystems|photonics|industries|robotics|pharmaceuticals|pharma|aerospace|motors|airlines|airways|telecom|microwave|chemicals|optics|shipyards?|steelworks|brewer(?:y|ies)|foods|components|dynamics)[.,\s]*$/iu;

/** Returns true where the last of several words names a trade: "Quarry Microsystems". Persons are not called so. */
export const isMaker = (name: string): boolean => /^\s*\p{Lu}[^\s.]+\s/u.test(name) && MADE.test(name);
