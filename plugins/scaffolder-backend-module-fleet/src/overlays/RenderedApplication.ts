import type { Manifest } from '../claims/readManifests';

/** Text by path in the folder that is meant. */
export type RenderedFiles = Readonly<Record<string, string>>;

/** An object that has an engine apply an overlay. */
export interface RenderedDelivery {
  /** In the workspace. */
  file: string;
  text: string;
  /** That has the overlay applied. */
  manifest: Manifest;
  /** What else is in the file: the project of an Application, say. */
  others: Manifest[];
}

/** What a skeleton made of what somebody asked for. */
export interface RenderedApplication {
  base: RenderedFiles;
  /** In the order in which they were asked for. */
  overlays: RenderedFiles[];
  /** One for each engine that may have to apply it. */
  deliveries: RenderedDelivery[];
  /** The file that describes it to the catalog. */
  component?: string;
}
