import { useEffect, useState } from 'react';
import { serverNow } from '../graphql/server-clock.ts';

const secondsUntil = (instant: string): number =>
  Math.max(0, Math.round((Date.parse(instant) - serverNow()) / 1000));

const two = (value: number): string => String(value).padStart(2, '0');

/** "14:05", or "2:14:05" from an hour on. */
function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** How long it is until an instant by the store's clock, second by second. It is not read out each time that it changes. */
export function Countdown({ until }: { until: string }) {
  const [left, setLeft] = useState(() => secondsUntil(until));
  useEffect(() => {
    const look = () => setLeft(secondsUntil(until));
    look();
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return (
    <span role="timer" className="countdown">
      {clock(left)}
    </span>
  );
}
