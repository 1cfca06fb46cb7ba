import { useRouteRef } from '@backstage/frontend-plugin-api';
import { templateRouteRef } from './routes';

/** Makes the address of a software template, with its form filled in; at the usual place where the app does not say another. */
export function useTemplateLink() {
  const route = useRouteRef(templateRouteRef);
  return (
    template: { namespace?: string; name: string },
    formData?: Record<string, unknown>,
  ): string => {
    const { namespace = 'default', name } = template;
    const path =
      route?.({ namespace, templateName: name }) ??
      `/create/templates/${encodeURIComponent(namespace)}/${encodeURIComponent(
        name,
      )}`;
    return formData
      ? `${path}?${new URLSearchParams({ formData: JSON.stringify(formData) })}`
      : path;
  };
}
