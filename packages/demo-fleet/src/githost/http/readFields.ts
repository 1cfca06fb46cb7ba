import type { IncomingMessage } from 'node:http';
import { ApiError } from './ApiError';
import { Fields } from './Fields';

const mostBytes = 40 * 1024 * 1024;

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > mostBytes) {
      throw new ApiError(413, 'Request body too large');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function readFields(request: IncomingMessage): Promise<Fields> {
  const text = (await readBytes(request)).toString('utf8');
  if (text.trim() === '') {
    return new Fields({});
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ApiError(400, 'Problems parsing JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ApiError(400, 'Body should be a JSON object');
  }
  return new Fields({ ...value });
}
