/** What is answered; text and bytes are sent as they are. */
export interface ApiAnswer {
  status: number;
  body?: object | string;
  headers?: Readonly<Record<string, string>>;
}

export function ok(body: object): ApiAnswer {
  return { status: 200, body };
}

export function created(body: object): ApiAnswer {
  return { status: 201, body };
}

export function noContent(): ApiAnswer {
  return { status: 204 };
}

/** Other than JSON. */
export function media(type: string, body: string | Buffer): ApiAnswer {
  return { status: 200, body, headers: { 'content-type': type } };
}
