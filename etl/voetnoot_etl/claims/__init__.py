"""What a document says: claims proposed by rule, reviewed claims, and their triples."""
