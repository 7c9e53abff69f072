"""From a sentence-transformers directory to one int8 ONNX graph: piece ids in, unit vectors out."""

import tempfile
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import embedding, normalize

BLOCK = 128
INT8_ACTIVATIONS = 4  # ONNX Runtime's name for computing in int8


class RowQuantised(nn.Module):
    """An embedding table in int8 with one scale a row.

    ONNX Runtime quantises a table with a single scale, which the longest row decides; a scale a row
    costs four bytes for 384 and loses almost nothing.
    """

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scales = table.abs().amax(dim=1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("scales", scales)
        self.register_buffer("rows", torch.round(table / scales).to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """Return the (…, dimension) float embeddings of piece ids."""
        rows: Any = self.rows
        scales: Any = self.scales
        return embedding(ids, rows).to(torch.float32) * embedding(ids, scales)


class SentenceEncoder(nn.Module):
    """BERT, mean pooling over the mask and normalisation in one graph: all run-times alike."""

    def __init__(self, bert: Any) -> None:
        super().__init__()
        self.table = RowQuantised(bert.get_input_embeddings().weight.detach())
        self.bert = bert

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Return (batch, dimension) unit vectors for (batch, length) piece ids and their mask."""
        states = self.bert(
            inputs_embeds=self.table(input_ids), attention_mask=attention_mask
        ).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        pooled = (states * mask).sum(dim=1) / mask.sum(dim=1).clamp_min(1e-9)
        return normalize(pooled, dim=-1)


def export_int8(model: Path, target: Path) -> None:
    """Write the int8 graph of a sentence-transformers directory to `target`.

    Weights of matrix products are int8 with a scale for every 128, and activations are quantised a
    block of a row at a time as they come, so a text's vector doesn't depend on the others in its
    batch. (Dynamic quantisation of whole tensors is 1.6 times as fast, but a text's vector then
    moves with its batch, to a cosine of .97 at worst.) Layer norms, softmax and position embeddings
    stay in float32.
    """
    import onnx
    from onnxruntime.quantization.matmul_nbits_quantizer import (
        DefaultWeightOnlyQuantConfig,
        MatMulNBitsQuantizer,
    )
    from transformers import AutoModel

    bert = AutoModel.from_pretrained(
        model, attn_implementation="eager", local_files_only=True, add_pooling_layer=False
    )
    bert = bert.float().eval()
    graph = SentenceEncoder(bert).eval()
    # The table went into the graph quantised; without this the float one would go along unused.
    bert.set_input_embeddings(nn.Embedding(1, bert.config.hidden_size))
    ids = torch.ones((2, 8), dtype=torch.int64)
    batch, length = torch.export.Dim("batch", min=1), torch.export.Dim("length", min=2, max=512)
    shape = {0: batch, 1: length}
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        with torch.no_grad():
            program = torch.onnx.export(
                graph,
                (ids, torch.ones_like(ids)),
                dynamo=True,
                input_names=["input_ids", "attention_mask"],
                output_names=["sentence_embedding"],
                dynamic_shapes={"input_ids": shape, "attention_mask": shape},
                verbose=False,
            )
        if program is None:
            raise RuntimeError("torch.onnx.export gave no program")
        program.save(str(plain))
        config = DefaultWeightOnlyQuantConfig(
            block_size=BLOCK, is_symmetric=True, accuracy_level=INT8_ACTIVATIONS, bits=8
        )
        quantiser = MatMulNBitsQuantizer(onnx.load(plain), algo_config=config)
        quantiser.process()
        quantiser.model.save_model_to_file(str(target))
    _forget_origin(target)


def _forget_origin(path: Path) -> None:
    """Take the exporter's stack traces out: they name files of the machine, and change its hash."""
    import onnx

    model = onnx.load(path)
    graph = model.graph
    for part in (*graph.node, *graph.initializer, *graph.value_info, *graph.input, *graph.output):
        part.ClearField("metadata_props")
        part.ClearField("doc_string")
    graph.ClearField("metadata_props")
    model.ClearField("metadata_props")
    onnx.save(model, path)
