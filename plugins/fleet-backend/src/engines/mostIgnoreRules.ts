/** How many of the rules by which fields are left alone the record of an application keeps. */
export const mostIgnoreRules = 20;

/** How many paths of each. */
export const mostPaths = 50;
