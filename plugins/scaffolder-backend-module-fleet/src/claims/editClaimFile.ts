import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  editYaml,
  type YamlEdit,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { isOf, type ClaimFile } from './findClaimFile';
import { readManifests, type Manifest } from './readManifests';

/** A claim's file after edits. */
export interface EditedClaimFile {
  text: string;
  /** The claim that it then holds. */
  manifest: Manifest;
  /** What came from elsewhere in the file, and is now written in its place. */
  remarks: string[];
}

/** Edits a claim in its file. Nothing else of the file changes. */
export function editClaimFile(
  { path, text, manifest }: ClaimFile,
  claim: Claim,
  edits: readonly YamlEdit[],
): EditedClaimFile {
  const { apiVersion, kind, metadata } = manifest;
  const { name, namespace } = metadata;
  const edited = editYaml(text, edits, {
    document: { apiVersion, kind, name, namespace },
  });
  return {
    text: edited.text,
    manifest: readManifests(path, edited.text).find(candidate =>
      isOf(claim, candidate),
    )!,
    remarks: edited.changes.flatMap(change =>
      change.overrides
        ? [
            `${change.path.join('.')} came from ${
              change.overrides
            }, and is written in its place now`,
          ]
        : [],
    ),
  };
}
