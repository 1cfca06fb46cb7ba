import type { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import { isPlainObject } from '../fields/fieldsOfValue';
import { badRequest, StatusError, unsupportedMediaType } from '../statusErrors';

const maxBytes = 3 * 1024 * 1024;

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new StatusError(
        413,
        'RequestEntityTooLarge',
        `Request entity too large: limit is ${maxBytes}`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The body as JSON or, where the client says so, YAML. */
export async function readDocument(request: IncomingMessage): Promise<unknown> {
  const contentType = request.headers['content-type'] ?? 'application/json';
  const isYaml = contentType.includes('yaml');
  if (!isYaml && !contentType.includes('json')) {
    throw unsupportedMediaType(['application/json', 'application/yaml']);
  }
  const text = await readText(request);
  try {
    return isYaml ? parse(text) : JSON.parse(text);
  } catch (error) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${
        isYaml ? 'YAML' : 'JSON'
      }): ${error instanceof Error ? error.message : error}`,
    );
  }
}

export async function readObject(
  request: IncomingMessage,
): Promise<Record<string, unknown>> {
  const document = await readDocument(request);
  if (!isPlainObject(document)) {
    throw badRequest('the body of the request must be one object');
  }
  return document;
}
