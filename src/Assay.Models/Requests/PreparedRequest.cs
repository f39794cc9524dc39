using Assay.Core.Responses;

namespace Assay.Models.Requests;

/// <summary>A request and its key, made once for a call and handed from decorator to decorator.</summary>
internal sealed record PreparedRequest(ModelRequest Request, ResponseKey Key)
{
    public static PreparedRequest Of(ModelRequest request) => new(request, ResponseKey.Of(request));
}
