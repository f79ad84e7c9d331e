/** A document may be 64 kB long (error 11750 beyond). */
export const mostBytesOfTwiml = 64 * 1024;

/** A `<Dial>` may ring ten numbers. */
export const mostNumbersDialled = 10;

/** Seconds that Twilio adds to every `timeout` of a `<Dial>` or a call. */
export const ringingBufferSeconds = 5;
