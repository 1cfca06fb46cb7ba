const longest = 200;

/** A summary of our words and the first line of the engine's text, where there is one. The engine's alone where it begins with ours. */
export function explain(words: string, text: string | undefined): string {
  if (!text) {
    return words;
  }
  const end = text.indexOf('\n');
  const line = (end < 0 ? text : text.slice(0, end)).trim();
  const told = line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  return told.toLowerCase().startsWith(words) ? told : `${words}: ${told}`;
}
