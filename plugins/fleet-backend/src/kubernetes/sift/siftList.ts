import { StringDecoder } from 'node:string_decoder';
import type {
  KubernetesObject,
  LongList,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { ApiError } from '../ApiError';
import type { ReadObject } from '../KubernetesClient';
import { notJson } from '../parseJson';
import { JsonSplitter } from './JsonSplitter';
import { Sieve } from './Sieve';
import { siftError } from './siftError';

/**
 * Reads a list as its body arrives, and hands over each object with what is kept of its long list. Answers the list without its
 * items, once it is complete: before, nothing says that what came was all.
 */
export async function siftList(
  body: AsyncIterable<Buffer>,
  options: {
    longList: LongList;
    each(read: ReadObject): void;
    contentType: unknown;
    longest: number;
  },
): Promise<unknown> {
  const sieve = new Sieve(options.longList);
  const decoder = new StringDecoder('utf8');
  let list: unknown;
  let begun = false;
  const splitter = new JsonSplitter({
    cut: {
      path: ['items'],
      take: item => options.each(sieve.finish(item as KubernetesObject)),
      inside: sieve.cut,
    },
    take: value => {
      list = value;
    },
    longest: options.longest,
  });
  try {
    for await (const chunk of body) {
      const text = decoder.write(chunk);
      begun ||= beginsObject(text, options.contentType);
      splitter.write(text);
    }
    splitter.write(decoder.end());
    if (begun && !splitter.end()) {
      throw new ApiError({
        outcome: 'broken-answer',
        message: 'the list was cut short',
      });
    }
  } catch (error) {
    throw siftError(error, options.contentType);
  }
  if (!begun) {
    throw notJson(options.contentType);
  }
  return list;
}

/** Whether a text begins with what may be a list; throws where it begins with anything else. */
function beginsObject(text: string, contentType: unknown): boolean {
  const start = text.trimStart();
  if (start !== '' && !start.startsWith('{')) {
    throw notJson(contentType);
  }
  return start !== '';
}
