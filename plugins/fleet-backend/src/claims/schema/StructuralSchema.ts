/** A rule of a schema in CEL. */
export interface SchemaRule {
  rule: string;
  message?: string;
  messageExpression?: string;
  /** Relative to where the rule is: `.maxSize`. */
  fieldPath?: string;
  optionalOldSelf?: boolean;
}

/** What of a structural schema says how a value is built; its other keywords only narrow what the value may be. */
export interface StructuralSchema {
  type?: string;
  format?: string;
  properties?: Record<string, StructuralSchema>;
  additionalProperties?: boolean | StructuralSchema;
  items?: StructuralSchema;
  default?: unknown;
  nullable?: boolean;
  'x-kubernetes-int-or-string'?: boolean;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  'x-kubernetes-embedded-resource'?: boolean;
  'x-kubernetes-list-type'?: string;
  'x-kubernetes-list-map-keys'?: string[];
  'x-kubernetes-validations'?: SchemaRule[];
  [keyword: string]: unknown;
}

/** The schema of a map's entries, where it says. */
export function entrySchemaOf({
  additionalProperties,
}: StructuralSchema): StructuralSchema | undefined {
  return typeof additionalProperties === 'object'
    ? additionalProperties
    : undefined;
}
