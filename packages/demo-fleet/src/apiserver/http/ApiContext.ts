import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ResourceDefinition } from '../../types';
import { apiVersionOf } from '../ResourceRegistry';
import type { SimulatedCluster } from '../SimulatedCluster';
import type { ErrorSubject } from '../statusErrors';
import type { ObjectStore } from '../storage/ObjectStore';
import type { Encoding, TypeMeta } from '../storage/StoredObject';
import type { ResourceRequest } from './ResourceRequest';
import type { Traffic } from './Traffic';

/** A request for objects of a kind that the cluster serves. */
export interface ApiContext {
  request: IncomingMessage;
  response: ServerResponse;
  query: URLSearchParams;
  cluster: SimulatedCluster;
  target: ResourceRequest;
  definition: ResourceDefinition;
  store: ObjectStore;
  type: TypeMeta;
  metadataOnly: boolean;
  traffic: Traffic;
  /** Server time runs faster by this factor. */
  speed: number;
}

export function subjectOf(context: ApiContext, name?: string): ErrorSubject {
  const { group, plural } = context.definition;
  return { group, plural, name: name ?? context.target.name };
}

export function typeOfTarget(
  definition: ResourceDefinition,
  version: string,
): TypeMeta {
  return {
    apiVersion: apiVersionOf(definition.group, version),
    kind: definition.kind,
  };
}

const metadataType: TypeMeta = {
  apiVersion: 'meta.k8s.io/v1',
  kind: 'PartialObjectMetadata',
};

/** How a single object of the answer is written. */
export function encodingOf(context: ApiContext): Encoding {
  return context.metadataOnly
    ? { type: metadataType, metadataOnly: true }
    : { type: context.type };
}
