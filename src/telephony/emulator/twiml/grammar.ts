import { type Element, elementsIn, readXml, wordsIn } from "./document.ts";

/** Where a document is played: to a caller, to a callee before the connection, or in answer to a message. */
export type Stage = "call" | "whisper" | "messaging";

export type Instructions =
	| {
			readonly kind: "instructions";
			readonly verbs: readonly Element[];
			readonly warnings: readonly string[];
	  }
	| {
			readonly kind: "refused";
			readonly code: number;
			readonly message: string;
	  };

/**
 * Reads a TwiML document strictly: one that is not well formed, has another root than `<Response>`, or holds an element
 * that is unknown or in the wrong place is refused whole (12100 and 12200). Names are case-sensitive. Attributes that
 * nothing knows are warnings.
 */
export function instructionsIn(text: string, stage: Stage): Instructions {
	const reading = readXml(text);
	if (reading.kind === "refused") {
		return refused(12100, `Document parse failure: ${reading.message}`);
	}
	if (reading.root.name !== "Response") {
		return refused(
			12100,
			`Document parse failure: the root is <${reading.root.name}>, not <Response>`,
		);
	}
	const warnings: string[] = [];
	const misplaced = problemIn(reading.root, verbsOf[stage], warnings);
	return misplaced
		? refused(12200, misplaced)
		: { kind: "instructions", verbs: elementsIn(reading.root), warnings };
}

const verbsOf: Readonly<Record<Stage, readonly string[]>> = {
	call: [
		"Say",
		"Play",
		"Gather",
		"Dial",
		"Record",
		"Redirect",
		"Hangup",
		"Pause",
		"Reject",
	],
	whisper: ["Say", "Play", "Gather", "Hangup"],
	messaging: ["Message", "Redirect"],
};

/** Real verbs and nouns of Twilio's that this network does not have. */
const notHere = new Set([
	"Client",
	"Conference",
	"Connect",
	"Enqueue",
	"Leave",
	"Pay",
	"Prompt",
	"Queue",
	"Refer",
	"Sim",
	"Sip",
	"Sms",
	"Start",
	"Stop",
	"WhatsApp",
	"Application",
]);

const ssml = [
	"break",
	"emphasis",
	"lang",
	"p",
	"phoneme",
	"prosody",
	"s",
	"say-as",
	"sub",
	"w",
];

const childrenOf: Readonly<Record<string, readonly string[]>> = {
	Say: ssml,
	...Object.fromEntries(ssml.map((name) => [name, ssml])),
	Gather: ["Say", "Play", "Pause"],
	Dial: ["Number"],
	Message: ["Body", "Media"],
};

const attributesOf: Readonly<Record<string, readonly string[]>> = {
	Say: ["language", "voice", "loop"],
	Play: ["loop", "digits"],
	Pause: ["length"],
	Hangup: [],
	Reject: ["reason"],
	Redirect: ["method"],
	Gather:
		"action method input timeout numDigits finishOnKey actionOnEmptyResult language hints speechModel speechTimeout profanityFilter partialResultCallback partialResultCallbackMethod enhanced bargeIn maxSpeechTime debug".split(
			" ",
		),
	Dial: "action method timeout timeLimit callerId answerOnBridge hangupOnStar record recordingStatusCallback recordingStatusCallbackMethod recordingStatusCallbackEvent recordingTrack trim recordingConfigurationId ringTone sequential referUrl referMethod callReason".split(
		" ",
	),
	Number:
		"sendDigits url method statusCallback statusCallbackEvent statusCallbackMethod byoc machineDetection machineDetectionTimeout machineDetectionSpeechThreshold machineDetectionSpeechEndThreshold machineDetectionSilenceTimeout amdStatusCallback amdStatusCallbackMethod".split(
			" ",
		),
	Record:
		"action method timeout finishOnKey maxLength playBeep trim recordingStatusCallback recordingStatusCallbackMethod recordingStatusCallbackEvent transcribe transcribeCallback".split(
			" ",
		),
	Message: ["to", "from", "action", "method", "statusCallback"],
};

function problemIn(
	element: Element,
	allowed: readonly string[],
	warnings: string[],
): string | undefined {
	for (const child of elementsIn(element)) {
		if (!allowed.includes(child.name)) return misplacement(child, element);
		const known = attributesOf[child.name];
		for (const name of Object.keys(child.attributes)) {
			if (known && !known.includes(name)) {
				warnings.push(
					`<${child.name}> has no attribute ${name}; it is ignored`,
				);
			}
		}
		const deeper = problemIn(child, childrenOf[child.name] ?? [], warnings);
		if (deeper) return deeper;
	}
	const playsKeysInGather =
		element.name === "Gather" &&
		elementsIn(element).some((child) => child.attributes.digits !== undefined);
	if (playsKeysInGather) return "<Play digits> is not allowed in <Gather>";
	if (element.name === "Dial" && !isAnybodyDialled(element)) {
		return "<Dial> names nobody to dial";
	}
	return undefined;
}

function isAnybodyDialled(dial: Element): boolean {
	return elementsIn(dial).length > 0 || wordsIn(dial) !== "";
}

function misplacement(child: Element, parent: Element): string {
	return notHere.has(child.name)
		? `<${child.name}> in <${parent.name}>: the built-in phone network does not have it`
		: `<${child.name}> is not allowed in <${parent.name}> here`;
}

function refused(code: number, message: string): Instructions {
	return { kind: "refused", code, message };
}

/** A whole number in an attribute, `usual` if it is absent, unreadable or out of range. */
export function wholeNumber(
	element: Element,
	name: string,
	usual: number,
	low = 0,
	high = Number.MAX_SAFE_INTEGER,
): number {
	const text = element.attributes[name];
	const value = Number(text);
	return text !== undefined &&
		/^\d+$/.test(text) &&
		value >= low &&
		value <= high
		? value
		: usual;
}

/** POST unless the attribute says GET. */
export function methodIn(element: Element, name = "method"): "GET" | "POST" {
	return element.attributes[name]?.toUpperCase() === "GET" ? "GET" : "POST";
}
