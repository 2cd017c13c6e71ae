/** Passwords: hashed with scrypt (RFC 7914) at the cost that OWASP names, compared in constant time. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** 32 MiB and about 0.2 s on one core: OWASP Password Storage Cheat Sheet, scrypt N=2^15, r=8, p=3. */
const cost = { N: 2 ** 15, r: 8, p: 3 };
const keyLength = 32;

export const passwordLength = { least: 10, most: 1000 } as const;

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      password.normalize("NFKC"),
      salt,
      keyLength,
      { ...options, maxmem: 64 * 1024 * 1024 },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    );
  });
}

/** Returns what is kept of a password: cost, salt and key, "scrypt$N$r$p$salt$key". */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Takes as long as a real one and matches nothing, so that unknown names cannot be told from known ones. */
const nobody = ["scrypt", cost.N, cost.r, cost.p, "bm9ib2R5bm9ib2R5bm8", "A".repeat(43)].join("$");

/** Whether the password is the one kept. Null stands for an account without one; it costs the same. */
export async function passwordFits(password: string, kept: string | null): Promise<boolean> {
  const [, N, r, p, salt, key] = (kept ?? nobody).split("$");
  const made = await derive(password, Buffer.from(salt ?? "", "base64url"), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  const wanted = Buffer.from(key ?? "", "base64url");
  return wanted.length === made.length && timingSafeEqual(wanted, made) && kept !== null;
}
