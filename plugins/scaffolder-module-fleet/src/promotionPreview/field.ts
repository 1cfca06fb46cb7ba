import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetPromotionPreview } from './FleetPromotionPreview';
import { FleetPromotionPreviewSchema } from './schema';

/** `ui:field: FleetPromotionPreview`. */
export const field = createFormField({
  name: 'FleetPromotionPreview',
  component: FleetPromotionPreview,
  schema: FleetPromotionPreviewSchema,
});
