import { useFormat } from '../i18n/format.ts';

/** Where something is delivered to, line by line, as it stands on a parcel. */
export function AddressLines({
  address,
}: {
  address: {
    recipient: string;
    line1: string;
    line2: string | null;
    city: string;
    region: string | null;
    postalCode: string | null;
    /** ISO 3166-1 alpha-2. */
    country: string;
  };
}) {
  const format = useFormat();
  const { recipient, line1, line2, city, region, postalCode, country } = address;
  const town = [postalCode, city].filter(Boolean).join(' ');
  const lines = [recipient, line1, line2, town, region, format.countryName(country)].filter(Boolean);
  return (
    <address>
      {lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same.
        <span key={place} dir="auto">
          {line}
        </span>
      ))}
    </address>
  );
}
