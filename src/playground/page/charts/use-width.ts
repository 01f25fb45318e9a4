import { type RefObject, useEffect, useRef, useState } from "react";

/** An element's width as it is drawn, so that a chart's letters keep their size. */
export function useWidth<E extends HTMLElement>(
  otherwise: number,
): readonly [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(otherwise);
  useEffect(() => {
    const node = element.current;
    if (node === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(entry.contentRect.width);
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
