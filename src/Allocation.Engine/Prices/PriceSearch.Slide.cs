namespace Allocation.Engine.Prices;

// First prices, slid between funds and ceilings.
internal sealed partial class PriceSearch
{
    private const int MostSlides = 6;

    // Where the bound falls as funds ask less and ceilings that cover the city more, or the other way round: as far as it falls, by halving.
    private void Slide()
    {
        var cover = new CeilingCover(_model);
        var funds = cover.Fall(_answer) > 0;
        if (Stopped || cover.Room(_point, funds) is not (> 0 and var most)) return;
        var (low, high, from) = (0d, funds ? most : -most, new PricePoint(_model));
        _point.CopyTo(from);
        for (var i = 0; i < MostSlides; i++)
        {
            var by = i == 0 ? high : (low + high) / 2;
            from.CopyTo(_point);
            cover.Slide(_point, by);
            _dual.Evaluate(_point, _answer);
            Steps++;
            Take();
            if (cover.Fall(_answer) > 0 != funds) high = by;
            else if (i == 0) break;
            else low = by;
        }
        Best.CopyTo(_point);
        _dual.Evaluate(_point, _answer);
    }
}
