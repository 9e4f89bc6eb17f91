"""The formats that reports come in, each a function from bytes to drafts."""
