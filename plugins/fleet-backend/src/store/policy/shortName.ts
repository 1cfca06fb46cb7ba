import { digest } from '../poll/gistOf';

/** No object has a longer one. */
const longest = 253;
const told = 60;

/** A name as it is; what reports call so and is longer than any, which no index takes, by how it begins and a digest of it. */
export function shortName(name: string): string {
  return name.length > longest
    ? `${[...name].slice(0, told).join('')}… ${digest(name)}`
    : name;
}
