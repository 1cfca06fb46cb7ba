/** How many of the objects that an application owns its record names. */
export const mostResources = 1_000;
