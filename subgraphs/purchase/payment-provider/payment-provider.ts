/** What the provider is asked to hold. The id is ours: the same one again is the same request, never a second. */
export interface ChargeRequest {
  id: string;
  /** Minor units. */
  amount: number;
  /** ISO 4217. */
  currency: string;
  /** What the provider knows the buyer's card or account by. */
  token: string | null;
}

export type Authorization = { approved: true } | { approved: false; reason: string };

/**
 * Who takes the money. Each verb may be asked any number of times under one id, and acts once. A verb that
 * rejects may or may not have taken effect: it is to be asked again under the same id.
 */
export interface PaymentProvider {
  /** Holds the amount, or declines for good. */
  authorize(request: ChargeRequest): Promise<Authorization>;
  /** Takes what is held. */
  capture(id: string): Promise<void>;
  /** Lets go of what is held; nothing happens to what was taken. */
  void(id: string): Promise<void>;
  /** Gives back what was taken. */
  refund(id: string): Promise<void>;
}
