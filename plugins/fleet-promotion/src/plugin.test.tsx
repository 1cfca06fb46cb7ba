import { screen } from '@testing-library/react';
import promotionPlugin from '.';
import { FakePromotions } from './__testUtils__/FakePromotions';
import { renderPromotion } from './__testUtils__/renderPromotion';

describe('promotionPlugin', () => {
  it.each([
    'sub-page:fleet-promotion',
    'entity-content:fleet-promotion',
    'entity-card:fleet-promotion',
  ] as const)('offers %s, which apps name', id => {
    expect(promotionPlugin.getExtension(id)).toBeDefined();
  });

  it('is a tab of the page of the fleet', async () => {
    renderPromotion(new FakePromotions(), '/fleet/promotions');

    expect(
      await screen.findByRole('tab', { name: 'Promotions' }),
    ).toHaveAttribute('aria-selected', 'true');
  });
});
