const samplesPerSecond = 8000;
const headerBytes = 44;

/** A playable WAV file (8 kHz, 16 bit, mono) of that length: a soft tone each second, so that one hears it is there. */
export function wavOfLength(seconds: number): Buffer {
	const samples = Math.round(seconds * samplesPerSecond);
	const file = Buffer.alloc(headerBytes + samples * 2);
	file.write("RIFF", 0, "ascii");
	file.writeUInt32LE(file.length - 8, 4);
	file.write("WAVEfmt ", 8, "ascii");
	file.writeUInt32LE(16, 16);
	file.writeUInt16LE(1, 20);
	file.writeUInt16LE(1, 22);
	file.writeUInt32LE(samplesPerSecond, 24);
	file.writeUInt32LE(samplesPerSecond * 2, 28);
	file.writeUInt16LE(2, 32);
	file.writeUInt16LE(16, 34);
	file.write("data", 36, "ascii");
	file.writeUInt32LE(samples * 2, 40);
	const toneSamples = samplesPerSecond / 10;
	for (let start = 0; start < samples; start += samplesPerSecond) {
		for (let i = 0; i < toneSamples && start + i < samples; i++) {
			const wave = Math.sin((2 * Math.PI * 440 * i) / samplesPerSecond);
			const swell = Math.sin((Math.PI * i) / toneSamples);
			file.writeInt16LE(
				Math.round(wave * swell * 4000),
				headerBytes + (start + i) * 2,
			);
		}
	}
	return file;
}

/** How long an audio file plays, in milliseconds: exact for WAV, a guess from its size for the others. */
export function playingMs(file: Buffer): number {
	const isWav = file.toString("ascii", 0, 4) === "RIFF" && file.length > 32;
	const bytesPerSecond = isWav ? file.readUInt32LE(28) : 16_000;
	return Math.round((file.length / Math.max(1, bytesPerSecond)) * 1000);
}
