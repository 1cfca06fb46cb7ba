import { mockServices } from '@backstage/backend-test-utils';
import { FleetSignals } from './FleetSignals';

describe('FleetSignals', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('asks at once to ask again, then not for a while, and names nothing', () => {
    const publish = jest.fn(async () => {});
    const signals = FleetSignals.create({
      signals: { publish },
      logger: mockServices.logger.mock(),
    });
    signals.changed();
    expect(publish).toHaveBeenCalledTimes(1);
    expect(publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'fleet',
      message: { action: 'changed' },
    });
    signals.changed();
    signals.changed();
    jest.advanceTimersByTime(2_999);
    expect(publish).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1);
    expect(publish).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(5_000);
    expect(publish).toHaveBeenCalledTimes(2);
  });
});
