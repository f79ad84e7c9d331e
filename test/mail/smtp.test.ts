import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { openMail } from "../../src/mail/smtp.ts";
import { type Postbox, postbox } from "../support/postbox.ts";

let box: Postbox;
beforeAll(async () => {
	box = await postbox();
});
afterAll(() => box.close());

const mail = () =>
	openMail({ smtpUrl: box.url, from: "Faultline <faults@example.org>" });

test("a message arrives as it was written, with its attachment", async () => {
	await mail().send({
		to: "maija@example.org",
		subject: "Päivystys vaihtuu",
		text: "Hei!\n.\nTämä on toinen rivi.\n",
		attachments: [
			{
				filename: "vuorot.csv",
				content: "päivä;kuka\n",
				contentType: "text/csv",
			},
		],
	});
	const [message] = box.taken();
	expect(message?.to).toEqual(["maija@example.org"]);
	expect(message?.from).toBe("faults@example.org");
	expect(message?.raw).toContain("From: Faultline <faults@example.org>");
	expect(message?.raw).toContain("filename=vuorot.csv");
	expect(message?.text).toContain("Tämä on toinen rivi.");
});

test("nothing that is said can add a header or a recipient", async () => {
	await mail().send({
		to: "maija@example.org",
		subject: "News\r\nBcc: stranger@example.net\u2028X-Evil: 1",
		text: "Body",
	});
	const [message] = box.taken();
	expect(message?.to).toEqual(["maija@example.org"]);
	expect(message?.raw).not.toMatch(/^(Bcc|X-Evil):/im);

	for (const to of [
		"maija@example.org\r\nRCPT TO:<stranger@example.net>",
		"maija@example.org, stranger@example.net",
		"Maija <maija@example.org>",
		"nobody",
	])
		await expect(
			mail().send({ to, subject: "News", text: "Body" }),
		).rejects.toThrow("one plain address");
	expect(box.taken()).toEqual([]);
});

test("a server that refuses is told of, without the password", async () => {
	const server = new SMTPServer({
		authOptional: false,
		allowInsecureAuth: true,
		hideSTARTTLS: true,
		onAuth: (_auth, _session, done) => done(new Error("Invalid login")),
	});
	server.listen(0, "127.0.0.1");
	await once(server.server, "listening");
	const { port } = server.server.address() as AddressInfo;
	const refused = openMail({
		smtpUrl: `smtp://office:sesame-open@127.0.0.1:${port}`,
		from: "faults@example.org",
	});
	const error: unknown = await refused
		.send({ to: "maija@example.org", subject: "News", text: "Body" })
		.catch((thrown: unknown) => thrown);
	server.close();
	expect(error).toBeInstanceOf(Error);
	expect(JSON.stringify(error) + String(error)).not.toContain("sesame-open");
});

test("without a server nothing can be sent", async () => {
	const none = openMail(null);
	expect(none.isSet).toBe(false);
	await expect(
		none.send({ to: "maija@example.org", subject: "News", text: "Body" }),
	).rejects.toThrow("SMTP_URL is not set");
});
