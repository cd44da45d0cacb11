import type { Value } from "../../../src/model/value.ts";

/** A value in the form in which `load_yaml.py` and `parse_files.py` write it. */
export function canonical(value: Value): unknown[] {
  switch (value.t) {
    case "null":
      return ["null"];
    case "bool":
    case "str":
    case "date":
    case "datetime":
      return [value.t, value.v];
    case "int":
      return ["int", value.v < 0n ? `-0x${(-value.v).toString(16)}` : `0x${value.v.toString(16)}`];
    case "float":
      return ["float", floatHex(value.v)];
    case "bytes":
      return ["bytes", Buffer.from(value.v).toString("hex")];
    case "list":
    case "tuple":
      return [value.t, value.v.map(canonical)];
    case "set":
      return ["set", value.v.map(canonical).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))];
    case "map":
      return ["map", value.v.map((pair) => pair.map(canonical))];
    case "call":
      return [
        "call",
        typeof value.fn === "string" ? value.fn : value.fn.source,
        value.args.map(canonical),
        value.kwargs.map(([key, item]) => [key, canonical(item)]),
      ];
    case "function":
    case "run-file": {
      const plain = value.t === "function" ? ["function", value.name] : ["run-file"];
      return value.partial ? ["partial", plain, value.partial.map(([key, item]) => [key, canonical(item)])] : plain;
    }
    default:
      return ["other", value.t];
  }
}

/** `float.hex()` of Python. */
function floatHex(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (value === 0) return `${sign}0x0.0p+0`;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const exponent = Number(bits >> 52n);
  const digits = (bits & 0xfffffffffffffn).toString(16).padStart(13, "0");
  const power = exponent === 0 ? -1022 : exponent - 1023;
  return `${sign}0x${exponent === 0 ? 0 : 1}.${digits}p${power < 0 ? "" : "+"}${power}`;
}
