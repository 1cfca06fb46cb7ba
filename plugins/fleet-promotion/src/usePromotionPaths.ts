import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  applicationsRouteRef,
  promotionsRouteRef,
  taskRouteRef,
  templateRouteRef,
} from './routes';

/** Where the pages are that promotions lead to; the usual places where an app does not tell. */
export function usePromotionPaths() {
  const promotions = useRouteRef(promotionsRouteRef)?.() ?? '/fleet/promotions';
  const template = useRouteRef(templateRouteRef);
  const task = useRouteRef(taskRouteRef);
  return {
    promotions,
    promotion: (id: string) => `${promotions}/${encodeURIComponent(id)}`,
    applications:
      useRouteRef(applicationsRouteRef)?.() ?? '/fleet/applications',
    template: (templateName: string) =>
      template?.({ namespace: 'default', templateName }) ??
      `/create/templates/default/${templateName}`,
    task: (taskId: string) =>
      task?.({ taskId }) ?? `/create/tasks/${encodeURIComponent(taskId)}`,
  };
}
