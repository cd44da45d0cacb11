/** The catalogue of a private package: `acme.ops.Stitch`, an operator that takes `seam` and `thread`; `seam` is a template field. */
export const privateCatalogue = {
  airflow: "2.11.2",
  packages: { "acme-operators": "4.2.0" },
  core: { dag: 0, taskGroup: 0, baseOperator: 0 },
  modules: {
    "acme.ops": [["Stitch", 1, 1, 2, 0, 0]],
    "airflow.models.baseoperator": [["BaseOperator", 0, 3, 0, -1, 0]],
  },
  aliases: { acme: { Stitch: 1 } },
  strings: ["seam", "thread", "kwargs", "task_id", "retries"],
  lists: [[], [1, 2, 4], [0], [7, 8, 4]],
};
