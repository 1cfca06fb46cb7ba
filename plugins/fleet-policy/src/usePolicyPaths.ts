import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  applicationsRouteRef,
  policyRouteRef,
  templateRouteRef,
} from './routes';

/** The software template that asks for exceptions. */
const templateName = 'policy-exception';

/** Where the pages are that policy leads to; the usual places where an app does not tell. */
export function usePolicyPaths() {
  const template =
    useRouteRef(templateRouteRef)?.({ namespace: 'default', templateName }) ??
    `/create/templates/default/${templateName}`;
  return {
    policy: useRouteRef(policyRouteRef)?.() ?? '/fleet/policy',
    applications:
      useRouteRef(applicationsRouteRef)?.() ?? '/fleet/applications',
    /** With the form filled in. */
    exception: (formData: Record<string, string | undefined>) =>
      `${template}?${new URLSearchParams({
        formData: JSON.stringify(formData),
      })}`,
  };
}
