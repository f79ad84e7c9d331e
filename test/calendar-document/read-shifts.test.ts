import { deflateRawSync } from "node:zlib";
import { type CellValue, writeXlsx } from "hucre/xlsx";
import { readShifts } from "../../src/calendar-document/read-shifts.ts";
import { calendarOf } from "../support/calendar-server.ts";
import { rotaOf } from "../support/open-line.ts";

const rota = rotaOf("fault-line", {});
const span = { from: Date.parse("2026-01-01"), to: Date.parse("2028-01-01") };

const read = (file: string | Uint8Array) =>
	readShifts(typeof file === "string" ? Buffer.from(file) : file, rota, span);

/** `person start end` of the good rows, and `row: problem` of the others. */
async function said(file: string | Uint8Array): Promise<string[]> {
	const { shifts, rows, problems } = await read(file);
	return [
		...problems.map(({ en }) => `file: ${en}`),
		...shifts.map(({ person, start, end }) => `${person} ${start} ${end}`),
		...rows.flatMap(({ row, problems }) =>
			problems.map(({ en }) => `${row}: ${en}`),
		),
	];
}

const christmas = "kalle 2026-12-24T15:00 2026-12-25T08:00";

test.each<[string, string, string[]]>([
	[
		"English, commas",
		"Person,Start,End\nKalle Korhonen,2026-12-24 15:00,2026-12-25 08:00\n",
		[christmas],
	],
	[
		"Finnish, semicolons",
		"Henkilö;Alku;Loppu\r\nkalle;24.12.2026 klo 15.00;25.12.2026 8.00\r\n",
		[christmas],
	],
	[
		"Swedish, tabs",
		"Namn\tStart\tSlut\nkalle\t2026-12-24 kl. 15:00\t2026-12-25 08:00\n",
		[christmas],
	],
	[
		"a mark at the start, slashes",
		"\uFEFFperson,start,end\nkalle,24/12/2026 15:00,25/12/2026 08:00",
		[christmas],
	],
	[
		"a date and two times: the end is the next such time",
		"pvm;henkilö;alkaa;päättyy\nto 24.12.2026;kalle;15;8.00\n",
		[christmas],
	],
	[
		"a day's end",
		"date,name,from,to\n2026-12-24,kalle,15:00,24:00\n",
		["kalle 2026-12-24T15:00 2026-12-25T00:00"],
	],
	[
		"dates of both ends",
		"person,start date,start time,end date,end time\nkalle,2026-12-24,15:00,2026-12-25,08:00\n",
		[christmas],
	],
	[
		"words above the head, empty rows, other columns",
		"Jour v. 52\n\nNr,Person,Start,End\n1,kalle,2026-12-24 15:00,2026-12-25 08:00\n,,,\n",
		[christmas],
	],
	[
		"quotes with separators in them",
		'person,start,end\n"Korhonen, kalle","2026-12-24, 15:00",2026-12-25T08:00\n',
		[christmas],
	],
	[
		"numbers of Excel",
		"person;start;end\nkalle;46380,625;46381,3333333\n",
		[christmas],
	],
	[
		"an offset",
		"person,start,end\nkalle,2026-12-24T15:00+02:00,2026-12-25T06:00Z\n",
		["kalle 2026-12-24T15:00+02:00 2026-12-25T06:00Z"],
	],
	[
		"somebody unknown",
		"person,start,end\nOtto,2026-12-24 15:00,2026-12-25 08:00\n",
		[
			'2: "Otto" is not in the rota. Correct the name, or first add the person to the rota.',
		],
	],
	[
		"two people",
		"person,start,end\nkalle & liisa,2026-12-24 15:00,2026-12-25 08:00\n",
		[
			"2: The name fits more than one person. Write the whole name, the id or the e-mail address.",
		],
	],
	[
		"what is missing",
		"person,start,end\n,2026-12-24 15:00,\nkalle,,2026-12-25 08:00",
		[
			"2: The person is missing.",
			"2: The end is missing.",
			"3: The start is missing.",
		],
	],
	[
		"no time of day",
		"person,start,end\nkalle,2026-12-24,2026-12-25\n",
		[
			"2: The time of day is missing: write both date and time.",
			"2: The time of day is missing: write both date and time.",
		],
	],
	[
		"no such date",
		"person,start,end\nkalle,31.11.2026 15:00,12/24/2026 08:00\n",
		[
			'2: "31.11.2026 15:00" is no date and time. Write 2026-12-24 15:00, for example.',
			'2: "12/24/2026 08:00" is no date and time. Write 2026-12-24 15:00, for example.',
		],
	],
	[
		"a time that never comes",
		"person,start,end\nkalle,2026-03-29 03:30,2026-03-29 08:00\n",
		[
			"2: The clocks change: 2026-03-29 03:30 does not exist. Write 2026-03-29 02:30 or 2026-03-29 04:30.",
		],
	],
	[
		"a time that comes twice",
		"person,start,end\nkalle,2026-10-25 03:30,2026-10-25 08:00\n",
		[
			"2: The clocks change: 2026-10-25 03:30 comes twice. Write the first, 2026-10-25T03:30+03:00, or the second, 2026-10-25T03:30+02:00.",
		],
	],
	[
		"an end before its start, an overlap",
		"person,start,end\nkalle,2026-12-24 15:00,2026-12-24 08:00\nkalle,2026-12-24 15:00,2026-12-25 08:00\nliisa,2026-12-25 07:00,2026-12-26 08:00\n",
		[
			christmas,
			"2: The shift ends before it begins.",
			"4: The shift overlaps that of row 3.",
		],
	],
	[
		"no columns",
		"a,b,c\n1,2,3\n",
		[
			"file: The columns are not found. The first row has to say person, start and end, or person, date, start and end.",
		],
	],
	[
		"nothing but a head",
		"person,start,end\n",
		["file: There are no shifts in the file."],
	],
	["nothing", "", ["file: The file is empty."]],
	[
		"a picture",
		"\x89PNG\r\n\x1a\n\0\0\0",
		["file: The file cannot be read. Save it again as .xlsx, .csv or .ics."],
	],
	[
		"a calendar cut short",
		"BEGIN:VCALENDAR\r\n",
		["file: The file cannot be read. Save it again as .xlsx, .csv or .ics."],
	],
	[
		"too many rows",
		`person,start,end\n${"kalle,2026-12-24 15:00,2026-12-25 08:00\n".repeat(5_100)}`,
		[
			"file: The table is too large. Leave nothing but the shifts in it, at most 5,000 rows.",
		],
	],
])("%s", async (_, file, expected) => {
	expect(await said(file)).toEqual(expected);
});

test("letters as older Excel saves them", async () => {
	expect(
		await said(
			Buffer.from(
				"henkilö;alku;loppu\nkalle;24.12.2026 15:00;25.12.2026 8:00\n",
				"latin1",
			),
		),
	).toEqual([christmas]);
});

test("a calendar: on the rota's clock, and what is nobody's", async () => {
	const calendar = calendarOf(
		"Jour: Kalle Korhonen 20261224T130000Z/20261225T060000Z",
		"Lunch 20261226T110000/20261226T120000",
	);
	expect(await said(calendar)).toEqual([
		christmas,
		"2: It names nobody of the rota.",
	]);
});

describe("workbooks", () => {
	const date = (text: string) => new Date(`${text}Z`);
	const head = ["Henkilö", "Alku", "Loppu"];
	const workbook = async (rows: CellValue[][]) =>
		Buffer.from(
			await writeXlsx({
				sheets: [
					{
						name: "Shifts",
						columns: head.map(() => ({ numFmt: "dd.mm.yyyy hh:mm" })),
						rows,
					},
				],
			}),
		);

	test("dates are dates, whatever they look like", async () => {
		expect(
			await said(
				await workbook([
					head,
					[
						"Kalle Korhonen",
						date("2026-12-24T15:00"),
						date("2026-12-25T08:00"),
					],
					["Liisa", "26.12.2026 8.00", 46383.5],
				]),
			),
		).toEqual([christmas, "liisa 2026-12-26T08:00 2026-12-27T12:00"]);
	});

	test("formulas are texts or what they last came to, and never worked out", async () => {
		const file = await workbook([
			head,
			[
				'=HYPERLINK("http://127.0.0.1/")',
				date("2026-12-24T15:00"),
				date("2026-12-25T08:00"),
			],
		]);
		expect((await said(file))[0]).toContain("is not in the rota");
	});

	test.each<[string, Buffer, string]>([
		[
			"gigabytes of nothing",
			zip("xl/worksheets/sheet1.xml", Buffer.alloc(11 * 1024 * 1024, " ")),
			"too large",
		],
		[
			"a size that is a lie",
			zip("xl/worksheets/sheet1.xml", Buffer.alloc(100_000, " "), 10),
			"cannot be read",
		],
		[
			"a cell far out",
			zip("xl/worksheets/sheet1.xml", Buffer.from('<c r="XFD1048576"/>')),
			"too large",
		],
		[
			"a cell far out, disguised",
			zip("xl/worksheets/sheet1.xml", Buffer.from("<c r = '&#88;FD1'/>")),
			"too large",
		],
		[
			"a zip of something else",
			zip("readme.txt", Buffer.from("x")),
			"cannot be read",
		],
		["half a zip", Buffer.from("PK\x03\x04half"), "cannot be read"],
		[
			"an old workbook",
			Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
			"old format",
		],
	])("%s", async (_, file, why) => {
		expect((await said(file)).join()).toContain(why);
	});
});

/** A zip of one file. */
function zip(name: string, content: Buffer, said = content.length): Buffer {
	const packed = deflateRawSync(content);
	const head = Buffer.alloc(26);
	head.writeUInt16LE(20, 0);
	head.writeUInt16LE(8, 4);
	head.writeUInt32LE(packed.length, 14);
	head.writeUInt32LE(said, 18);
	head.writeUInt16LE(name.length, 22);
	const local = Buffer.concat([
		Buffer.from("PK\x03\x04"),
		head,
		Buffer.from(name),
		packed,
	]);
	const central = Buffer.concat([
		Buffer.from("PK\x01\x02\x14\x00"),
		head,
		Buffer.alloc(14),
		Buffer.from(name),
	]);
	const end = Buffer.alloc(22);
	end.write("PK\x05\x06");
	end.writeUInt16LE(1, 8);
	end.writeUInt16LE(1, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(local.length, 16);
	return Buffer.concat([local, central, end]);
}
