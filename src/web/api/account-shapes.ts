import { z } from "zod";
import { languages } from "../../domain/language.ts";
import { roles } from "../../domain/role.ts";
import { namedShapes } from "./shapes.ts";

/*
 * The shapes of signing in and of accounts. What needs no session lies outside `/api`, because nobody is recognised there
 * yet; each POST needs the console's header.
 *
 *   GET  /sign-in/ways                 -> SignInWays
 *   POST /sign-in                      {email, password}                  -> SignedIn
 *   POST /sign-in/code                 {code}: of the app, or a recovery code -> SignedIn
 *   POST /sign-in/forgot               {email}                            -> Forgotten
 *   GET  /sign-in/reset/{secret}       -> PasswordLink; 410 when used or too old
 *   POST /sign-in/reset/{secret}       {password}                         -> {kind: "reset"}; then sign in
 *   GET  /sign-in/invitation/{secret}  -> PasswordLink; 410 when used or too old
 *   POST /sign-in/invitation/{secret}  {password, name?, language?}       -> SignedIn
 *   POST /sign-in/demo                 {account}: an id of SignInWays     -> SignedIn
 *   GET  /sign-in/oidc/{id}            leads to the provider, and back to /
 *   POST /sign-out
 *
 * A failed sign-in at a provider leads to /sign-in?refused=REASON, one of `refusedAtProvider`.
 */

const instant = z.iso.datetime();
const email = z.string().meta({ examples: ["maija@example.org"] });

/** Why somebody who came back from a provider was not let in. */
export const refusedAtProvider = [
	"no-account",
	"not-verified",
	"disabled",
	"failed",
] as const;
export type RefusedAtProvider = (typeof refusedAtProvider)[number];

export const signInWays = z
	.object({
		password: z.literal(true),
		oidc: z.array(z.object({ id: z.string(), name: z.string() })),
		demo: z
			.array(
				z.object({
					id: z.guid(),
					name: z.string(),
					role: z.enum(roles),
					email,
				}),
			)
			.nullable()
			.meta({
				description:
					"Whom one may sign in as with one click; null unless this is the demo",
			}),
		mail: z.boolean().meta({
			description: "Whether a forgotten password can be reset by e-mail",
		}),
	})
	.register(namedShapes, { id: "SignInWays" });

export const signedIn = z
	.object({
		kind: z.enum(["signed-in", "code-needed", "must-enrol"]).meta({
			description:
				"code-needed: POST /sign-in/code follows. must-enrol: only /api/session and /api/account/second-factor can be reached until a second factor is set up",
		}),
	})
	.register(namedShapes, { id: "SignedIn" });

export const forgotten = z
	.object({
		kind: z.enum(["sent-if-known", "ask-admin"]).meta({
			description:
				"ask-admin: no mail server is set, so an admin makes the link",
		}),
	})
	.register(namedShapes, { id: "Forgotten" });

export const passwordLink = z
	.object({
		email,
		name: z.string(),
		role: z.enum(roles),
		language: z.enum(languages),
	})
	.register(namedShapes, {
		id: "PasswordLink",
		description: "Whose link it is, to set a password with",
	});

const accountFields = {
	id: z.guid(),
	email,
	name: z.string(),
	role: z.enum(roles),
	language: z.enum(languages),
};

export const ownAccount = z
	.object({
		...accountFields,
		hasPassword: z.boolean(),
		secondFactor: z.object({
			isOn: z.boolean(),
			isCompulsory: z.boolean(),
			since: instant.nullable(),
			recoveryCodesLeft: z.int(),
		}),
	})
	.register(namedShapes, { id: "OwnAccount" });

export const ownSessions = z
	.object({
		sessions: z.array(
			z.object({
				id: z.guid(),
				isThisOne: z.boolean(),
				by: z.enum(["password", "provider", "link", "demo"]),
				createdAt: instant,
				lastSeenAt: instant,
				address: z.string().nullable(),
				browser: z
					.string()
					.nullable()
					.meta({ examples: ["Firefox, Android"] }),
			}),
		),
	})
	.register(namedShapes, { id: "OwnSessions" });

export const enrolment = z
	.object({
		secret: z.string().meta({ description: "Base32, to type by hand" }),
		uri: z.string().meta({ description: "otpauth://, to show as a QR code" }),
	})
	.register(namedShapes, { id: "Enrolment" });

export const recoveryCodes = z
	.object({ recoveryCodes: z.array(z.string()) })
	.register(namedShapes, {
		id: "RecoveryCodes",
		description: "Each works once in place of a code; shown only now",
	});

export const account = z
	.object({
		...accountFields,
		state: z.enum(["invited", "active", "disabled"]),
		hasSecondFactor: z.boolean(),
		createdAt: instant,
		lastSignedInAt: instant.nullable(),
	})
	.register(namedShapes, { id: "Account" });

export const accounts = z
	.object({ accounts: z.array(account) })
	.register(namedShapes, { id: "Accounts" });

export const accountLink = z
	.object({
		account,
		link: z.string().meta({ description: "Shown only now" }),
		expiresAt: instant,
		mail: z.enum(["sent", "failed", "not-set"]),
	})
	.register(namedShapes, {
		id: "AccountLink",
		description: "A link for somebody to set their password with",
	});

export type SignInWays = z.infer<typeof signInWays>;
export type SignedIn = z.infer<typeof signedIn>;
export type Forgotten = z.infer<typeof forgotten>;
export type PasswordLink = z.infer<typeof passwordLink>;
export type OwnAccount = z.infer<typeof ownAccount>;
export type OwnSessions = z.infer<typeof ownSessions>;
export type Enrolment = z.infer<typeof enrolment>;
export type RecoveryCodes = z.infer<typeof recoveryCodes>;
export type Account = z.infer<typeof account>;
export type Accounts = z.infer<typeof accounts>;
export type AccountLink = z.infer<typeof accountLink>;

/*
 * Under `/api`, which needs a session (or a token, where no account of one's own is meant):
 *
 *   GET    /api/session                         -> Session: also account, demo, mustEnrol, people
 *   GET    /api/account                         -> OwnAccount
 *   PUT    /api/account                         {name?, language?}           -> OwnAccount
 *   PUT    /api/account/password                {current, password}          -> OwnAccount; other sessions end
 *   GET    /api/account/sessions                -> OwnSessions
 *   DELETE /api/account/sessions                ends the others              -> OwnSessions
 *   DELETE /api/account/sessions/{id}                                        -> OwnSessions
 *   POST   /api/account/second-factor           begins                       -> Enrolment
 *   POST   /api/account/second-factor/confirm   {code}                       -> RecoveryCodes
 *   POST   /api/account/second-factor/remove    {code}                       -> OwnAccount; not where it is compulsory
 *   POST   /api/account/recovery-codes          {code}                       -> RecoveryCodes
 *   GET    /api/accounts                        -> Accounts
 *   POST   /api/accounts                        {email, name, role, language} invites -> AccountLink
 *   PUT    /api/accounts/{id}                   {name?, role?}               -> Account
 *   POST   /api/accounts/{id}/disable, enable                                -> Account
 *   POST   /api/accounts/{id}/invitation, reset-link                         -> AccountLink
 *   POST   /api/accounts/{id}/second-factor/reset                            -> Account
 */
