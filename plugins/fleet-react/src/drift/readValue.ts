/** The JSON text of a field as people read it: a word without its quotes where it cannot be taken for something else, an object by lines. */
export function readValue(json: string): string {
  const value = parse(json);
  if (value === undefined) {
    return json; // It was cut.
  }
  if (typeof value === 'string') {
    return value !== '' && parse(value) === undefined ? value : json;
  }
  return JSON.stringify(value, undefined, 2);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
