import type { FocusEvent, PointerEvent } from 'react';
import { useMemo, useState } from 'react';
import { arrange } from './arrange';

/** Put these on the element around a list that must not rearrange itself while someone points at it. @public */
export interface HoldProps {
  onPointerEnter(event: PointerEvent): void;
  onPointerLeave(event: PointerEvent): void;
  onFocus(): void;
  onBlur(event: FocusEvent): void;
}

/** What {@link useHeldItems} gives. @public */
export interface HeldItems<Item> {
  items: readonly Item[];
  /** How many items came, went or moved meanwhile. */
  pending: number;
  apply(): void;
  holdProps: HoldProps;
}

interface Hold<Item> {
  items: readonly Item[];
  generation: number;
}

/**
 * Keeps order and membership of a list while the pointer or the focus is in it. What the items say changes in place; what came,
 * went or moved waits to be applied.
 *
 * @public
 */
export function useHeldItems<Item>(
  items: readonly Item[],
  options: { itemKey(item: Item): string; generation: number },
): HeldItems<Item> {
  const { itemKey, generation } = options;
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const [hold, setHold] = useState<Hold<Item>>();

  const holding = pointed || focused;
  if (!holding && hold) {
    setHold(undefined);
  } else if (holding && hold?.generation !== generation) {
    setHold({ items, generation });
  }

  const { items: shown, pending } = useMemo(
    () => arrange({ held: hold?.items, items, itemKey }),
    [hold, items, itemKey],
  );

  return {
    items: shown,
    pending,
    apply: () => setHold({ items, generation }),
    holdProps: {
      onPointerEnter: event => setPointed(event.pointerType !== 'touch'),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: event =>
        setFocused(event.currentTarget.contains(event.relatedTarget)),
    },
  };
}
