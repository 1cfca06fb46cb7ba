import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';

/** What every input takes from the props of its field. */
export function fieldLook<T, O>(
  props: FieldExtensionComponentProps<T, O>,
  fallback: { title: string; help?: string },
) {
  const { schema, uiSchema, rawErrors = [], required, disabled } = props;
  return {
    label: uiSchema['ui:title'] ?? schema.title ?? fallback.title,
    help:
      uiSchema['ui:description'] ??
      uiSchema['ui:help'] ??
      schema.description ??
      fallback.help,
    // The form says below the field what is wrong.
    invalid: rawErrors.length > 0,
    required,
    disabled: Boolean(disabled || props.readonly || uiSchema['ui:disabled']),
  };
}
